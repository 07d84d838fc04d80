// What ThreadSanitizer is to overlook in Asio: reference counts there end with an atomic_thread_fence, which it does
// not see, so that whoever frees a polymorphic executor seems to race with who has let go of it before.
extern "C" const char* __tsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier): that is its name

const char* __tsan_default_suppressions() {
    return "race:boost::asio::execution::detail::shared_target_executor\n"
           "race:boost::asio::executor::destroy\n";
}
