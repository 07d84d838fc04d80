# What usagekit's own code is compiled with; nothing of it reaches the code of those who link usagekit.
function(usagekit_compile_options target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${USAGEKIT_WARNINGS_AS_ERRORS}>:-Werror>)
endfunction()

# Asio's coroutines. With UndefinedBehaviorSanitizer, clang 14 cannot write the object file when functions are checked.
# g++ 12 takes the frame of a coroutine for deleted by another pair of functions than it was made by, as soon as it has
# inlined only one of the two (Boost 1.74, impl/awaitable.hpp: they are a pair).
function(usagekit_asio_coroutines)
    if(USAGEKIT_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -fno-sanitize=function)
    elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -Wno-mismatched-new-delete)
    endif()
endfunction()

if(USAGEKIT_SANITIZE)
    add_compile_options(-fsanitize=${USAGEKIT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${USAGEKIT_SANITIZE})
endif()

if(USAGEKIT_BUILD_FUZZERS)
    add_compile_options(-fsanitize=fuzzer-no-link)  # the fuzzer learns from what the library does
endif()
