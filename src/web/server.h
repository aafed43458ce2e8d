#pragma once
// The server: sockets, phases, limits and worker pools behind plain types. Boost stays in
// http_server.cc.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "web/request.h"
#include "web/response.h"

namespace makegood::web {

enum class BodyKind { none, urlencoded, multipart, bytes };  ///< multipart takes urlencoded too

inline constexpr std::size_t kFormBytes = 256 * 1024;
inline constexpr std::size_t kUploadBytes = 25 * 1024 * 1024;

/// What a route lets in, asked for after the header is read and before the body is.
struct RoutePolicy {
  BodyKind body = BodyKind::none;
  std::size_t max_body = kFormBytes;   ///< ignored where `body` is none
  std::size_t max_text = kFormBytes;   ///< of a multipart form: its fields that are no files, together
  bool heavy = false;                  ///< runs in the small pool: exports, imports, password hashes
  bool other_sites_may_post = false;   ///< no check of Origin and Sec-Fetch-Site
  std::optional<Response> answer_now;  ///< sent at once; the body is never read
};

/// Called on the sockets' thread with the request's head: no waiting, no database. When it or a
/// handler throws, the visitor gets a 500 page with a reference and the log gets the cause.
using RoutePolicyFn = std::function<RoutePolicy(const Request& head)>;
/// Called on a worker thread, several at a time.
using Handler = std::function<Response(const Request&)>;

/// What an error page is about. `head` is null when the request could not be read.
struct Problem {
  int status = 500;
  std::string sentence;
  std::string reference;  ///< eight letters, for 500 only: the same ones are in the log
  const Request* head = nullptr;
};
using ErrorPage = std::function<Response(const Problem&)>;

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one; `on_ready` tells which
  std::vector<std::string> our_hosts;  ///< names that a proxy serves us under, for the Origin check

  // Absolute deadlines: a phase that has not ended by then is over, whatever trickles in.
  std::chrono::milliseconds header_deadline{10'000};
  std::chrono::milliseconds body_deadline{10'000};   ///< or size / bytes_per_second, if longer
  std::chrono::milliseconds write_deadline{30'000};  ///< likewise
  std::chrono::milliseconds idle_deadline{15'000};   ///< between requests of one connection
  std::chrono::milliseconds drain_deadline{10'000};  ///< for requests in hand when stopping
  std::size_t bytes_per_second = 16 * 1024;

  std::size_t max_header = 16 * 1024;
  std::size_t max_connections = 2048;
  std::size_t max_connections_per_address = 256;  ///< an IPv6 /64 counts as one address
  bool loopback_exempt = true;                    ///< from the limit per address: a proxy lives there

  unsigned page_workers = 0;  ///< 0: as many as processors, at least 2
  unsigned heavy_workers = 1;
  std::size_t page_queue = 256;  ///< requests waiting; one more gets 503 and Retry-After
  std::size_t heavy_queue = 8;
  std::string upload_folder = "/tmp";  ///< for unnamed temporary files

  bool access_log = false;
  bool stop_on_signals = false;  ///< SIGTERM and SIGINT stop the server gracefully
  std::function<void(std::string_view line)> log;  ///< standard error unless set; from any thread
  ErrorPage error_page;                            ///< a plain page unless set
  std::function<void(std::uint16_t port)> on_ready;
};

/// Serves until stopped; then takes no new connections, finishes the requests in hand (at most
/// `drain_deadline`, but a handler that runs is never cut off) and returns.
/// Refuses an address that cannot be listened on -> Fault::unavailable, naming address, port and,
/// where the system tells, the process that holds it.
[[nodiscard]] Result<void> serve(const ServerSettings& settings, const RoutePolicyFn& policy,
                                 const Handler& handler, std::stop_token stop = {});

}  // namespace makegood::web
