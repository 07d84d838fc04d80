#pragma once

// What headers of systems and of old code define, after the headers of the standard library and of Boost: those are not
// usagekit's to defend. Not every one of them includes all that it names here.

// clang-format off
#include <algorithm>
#include <chrono>
#include <compare>
#include <concepts>
#include <coroutine>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <ostream>
#include <ranges>
#include <span>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <boost/asio.hpp>  // of 1.74, which needs <utility> before it
#include <boost/outcome/std_result.hpp>
// clang-format on

// windows.h, its relatives, and X11
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define ERROR 0
#define NO_ERROR 0L
#define DELETE 0x00010000L
#define IN
#define OUT
#define OPTIONAL
#define FAR
#define NEAR
#define far
#define near
#define interface struct
#define small char
#define STRICT 1
#define TRUE 1
#define FALSE 0
#define GetMessage GetMessageW
#define GetObject GetObjectW
#define GetCurrentTime() GetTickCount()
#define SendMessage SendMessageW
#define Yield()
#define Bool int
#define None 0L
#define Status int
#define Success 0
#define Always 2
// termios.h, sys/sysmacros.h, and what programs define for themselves
#define major(device) ((device) >> 8)
#define minor(device) ((device)&0xff)
#define check(x) x
#define verify(x) x
#define DEBUG 1
#define EXPORT
#define LOG(x) x
#define unix 1
