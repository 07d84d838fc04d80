# What usagekit's own code is compiled with; nothing of it reaches the code of those who link usagekit.
function(usagekit_compile_options target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${USAGEKIT_WARNINGS_AS_ERRORS}>:-Werror>)
endfunction()

# Asio's coroutines with UndefinedBehaviorSanitizer: clang 14 cannot write the object file when functions are checked.
function(usagekit_asio_coroutines)
    if(USAGEKIT_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -fno-sanitize=function)
    endif()
endfunction()

if(USAGEKIT_SANITIZE)
    add_compile_options(-fsanitize=${USAGEKIT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${USAGEKIT_SANITIZE})
endif()

if(USAGEKIT_BUILD_FUZZERS)
    add_compile_options(-fsanitize=fuzzer-no-link)  # the fuzzer learns from what the library does
endif()
