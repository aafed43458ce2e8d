#pragma once
// What happens to a request between the sockets: the policy asked, the handler run, breakdowns
// caught, error pages made, lines logged. No sockets here, so that tests need none.

#include <chrono>
#include <exception>
#include <string>
#include <string_view>

#include "web/head.h"
#include "web/server.h"
#include "web/wire.h"

namespace makegood::web {

class Service {
 public:
  Service(const ServerSettings& settings, const RoutePolicyFn& policy, const Handler& handler);

  /// What the route lets in; with `answer_now` set where the request is refused already: another
  /// site's form (403), a body where none is taken or that is too large (413), a breakdown (500).
  [[nodiscard]] RoutePolicy policy_for(const Head& head) const;
  /// The handler's response, or the 500 page when it threw. The one catch of breakdowns.
  [[nodiscard]] WireResponse answer(const Request& request, bool keep_alive) const;
  [[nodiscard]] WireResponse finish(const Request* request, Response response, bool keep_alive) const;
  [[nodiscard]] WireResponse rejected(const Request* head, const Rejection& why) const;

  void log_access(const Request* request, std::string_view remote, const WireResponse& response,
                  std::chrono::steady_clock::duration took) const;
  void note_breakdown(const std::exception_ptr& thrown) const;
  void log(std::string_view event, std::string_view details) const;

 private:
  [[nodiscard]] Response broke_down(const Request& request, std::string_view cause) const;
  [[nodiscard]] Response error_page(const Problem& problem) const;

  const ServerSettings& settings_;
  const RoutePolicyFn& policy_;
  const Handler& handler_;
};

/// The path with what follows "reply", "sign-in" or "follow" masked: those segments are keys.
[[nodiscard]] std::string path_for_log(const Target& target);

/// Eight letters without those that are mistaken for others.
[[nodiscard]] std::string make_reference();

}  // namespace makegood::web
