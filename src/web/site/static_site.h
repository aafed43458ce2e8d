#pragma once
// The public site as files: what an anonymous visitor gets at every address that a page links to, in both
// languages, with links that work from any folder of any file host.
//
//   auto written = static_site(app, [&](const std::string& path, std::string_view bytes) { return write(folder / path, bytes); });
//
//   /                     index.html             /cy/plans/x     cy/plans/x/index.html
//   /plans/x              plans/x/index.html     /plans/x?page=2 plans/x/page-2/index.html
//   /plans/x.csv          plans/x.csv            /assets/V/F     assets/V/F
//
// Links are relative. What needs a server (search, filters, sorting, signing in) is not there: a link to a filtered
// list leads to the whole list, and a form has nowhere to go, so that it is left out.
// Pages are asked for without any session: what the router does not give a stranger cannot be in it.

#include <functional>
#include <string>
#include <string_view>

#include "web/site/app.h"

namespace makegood::web {

/// Where a path stands among the files: "plans/x/index.html". `path` as on the server, query included.
/// Empty: it has no file, since it needs a server.
[[nodiscard]] std::string static_path(std::string_view path);

/// "../../plans/x/index.html": from one file to another.
[[nodiscard]] std::string relative_path(std::string_view from, std::string_view to);

using WriteFile = std::function<Result<void>(const std::string& path, std::string_view bytes)>;
/// How many files were written. Refuses: a page that cannot be made -> unavailable; and what `write` refuses.
[[nodiscard]] Result<int> static_site(App& app, const WriteFile& write);

}  // namespace makegood::web
