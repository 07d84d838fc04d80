#pragma once

#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// Of the page. Text has a contrast of at least 4.5 to what is behind it, and bars of 3 to their track (WCAG 2.2, 1.4.3
/// and 1.4.11), in the light and in the dark. No line is wider than a phone.
inline constexpr std::string_view html_style = R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff; --text: #1f2328; --faint: #57606a; --line: #d0d7de; --track: #e6e8eb;
  --normal: #1a7f37; --warning: #9a6700; --critical: #cf222e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --text: #e6edf3; --faint: #9aa4ae; --line: #30363d; --track: #30363d;
    --normal: #3fb950; --warning: #d29922; --critical: #ff7b72;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 60rem; padding: 1rem;
  background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 0; }
.report { border-top: 1px solid var(--line); padding: 1rem 0; }
.faint, small { color: var(--faint); font-size: 0.875rem; font-weight: normal; }
small { display: block; }
p { margin: 0.25rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0.75rem 0; }
th, td { padding: 0.4rem 0.5rem 0.4rem 0; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding: 0.4rem 0 0.4rem 0.5rem; }
thead th:first-child { width: 42%; }
thead th { border-bottom: 1px solid var(--line); font-size: 0.875rem; color: var(--faint); }
tbody th { font-weight: 600; }
.group th { font-weight: normal; padding-left: 1rem; }
.amount { text-align: right; font-variant-numeric: tabular-nums; }
.track { height: 0.75rem; margin: 0.375rem 0; border-radius: 0.375rem; background: var(--track); overflow: hidden; }
.bar { height: 100%; }
.normal { background: var(--normal); }
.warning { background: var(--warning); }
.critical { background: var(--critical); }
.track, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; forced-color-adjust: none; }
.name { unicode-bidi: isolate; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0.75rem 0; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
ul { margin: 0.75rem 0 0; padding-left: 1.25rem; }
)css";

}  // namespace USAGEKIT_NAMESPACE
