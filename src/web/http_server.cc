// The sockets. The only file that includes Boost: Asio waits, Beast finds where a body ends.
//
// One thread runs every coroutine here, so nothing in this file needs a lock; handlers run on
// the workers and their results are posted back. A connection is in one phase at a time (idle,
// head, body, answering), and a phase has one absolute deadline, set when it begins: a client
// that sends a byte now and then gains nothing. A single sweep looks at all deadlines.
//
// Coroutines are free functions with parameters by value, and no lambda with captures stands in
// a co_await expression: GCC 12 destroys such a lambda twice.
#include <sys/resource.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "web/body.h"
#include "web/head.h"
#include "web/port_holder.h"
#include "web/service.h"
#include "web/workers.h"

namespace makegood::web {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;
using Error = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;

constexpr asio::use_awaitable_t<Executor> kAwait{};
constexpr std::size_t kReadBytes = 16 * 1024;
constexpr std::size_t kMaxUnframed = 64 * 1024;  ///< a chunk's own header, its trailers
constexpr std::chrono::milliseconds kLinger{1000};
constexpr int kPeerGone = 0;  ///< "status" of a rejection that nobody is left to read

struct Connection {
  Connection(Socket connected, std::string from, std::string counted_as)
      : socket(std::move(connected)), address(std::move(from)), group(std::move(counted_as)) {}

  void begin_phase(Clock::duration lasts) {
    deadline = Clock::now() + lasts;
    timed_out = false;
  }
  void wait_without_deadline() { deadline = Clock::time_point::max(); }
  void sweep(Clock::time_point now) {
    if (now < deadline) return;
    timed_out = true;
    Error ignored;
    socket.cancel(ignored);  // again at each sweep: a composed write may have begun its next piece
  }

  Socket socket;
  std::string address;
  std::string group;
  std::string buffer;  ///< read and not yet used
  Clock::time_point deadline = Clock::time_point::max();
  bool timed_out = false;
  bool idle = false;
};
using ConnectionPtr = std::shared_ptr<Connection>;

// Beast's second reading of the head, and its reading of chunks.
class Framing : public http::basic_parser<true> {
 public:
  explicit Framing(std::size_t max_body) : max_body_(max_body) {
    body_limit(boost::none);
    header_limit(1U << 20U);  // the head was held to its limit before
  }

  [[nodiscard]] bool begin(std::string_view head) {
    Error error;
    const auto used = put(asio::buffer(head.data(), head.size()), error);
    eager(true);
    return !error && used == head.size() && is_header_done();
  }

  /// Gives what is body in `buffer` to `reader` and takes it off.
  [[nodiscard]] Parsed<void> take(std::string& buffer, BodyReader& reader) {
    reader_ = &reader;
    std::size_t taken = 0;  // taken off once at the end: a body of one-byte chunks moves no bytes for each
    while (taken < buffer.size() && !is_done()) {
      Error error;
      const auto used = put(asio::buffer(buffer.data() + taken, buffer.size() - taken), error);
      taken += used;
      if (!outcome_) return outcome_;
      if (error && error != http::error::need_more) return reject(400, "The request's chunks are malformed.");
      if (used == 0) break;
    }
    buffer.erase(0, taken);
    if (buffer.size() > kMaxUnframed && !is_done()) return reject(400, "The request's chunks are malformed.");
    return {};
  }

 private:
  using View = boost::beast::string_view;

  void on_request_impl(http::verb, View, View, int, Error& error) override { error = {}; }
  void on_response_impl(int, View, int, Error& error) override { error = {}; }
  void on_field_impl(http::field, View, View, Error& error) override { error = {}; }
  void on_header_impl(Error& error) override { error = {}; }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, Error& error) override { error = {}; }
  std::size_t on_body_impl(View bytes, Error& error) override { return give(bytes, error); }
  void on_chunk_header_impl(std::uint64_t, View, Error& error) override { error = {}; }
  std::size_t on_chunk_body_impl(std::uint64_t, View bytes, Error& error) override { return give(bytes, error); }
  void on_finish_impl(Error& error) override { error = {}; }

  std::size_t give(View bytes, Error& error) {
    error = {};
    total_ += bytes.size();
    outcome_ = total_ > max_body_ ? reject(413, "That is more than this address takes.")
                                  : reader_->feed({bytes.data(), bytes.size()});
    if (!outcome_) error = http::make_error_code(http::error::body_limit);
    return bytes.size();
  }

  BodyReader* reader_ = nullptr;
  Parsed<void> outcome_;
  std::size_t total_ = 0;
  std::size_t max_body_;
};

// A request on its way through a worker. A queue that was full leaves `response` empty.
struct Job {
  const Service* service;
  Request request;
  bool keep_alive;
  std::unique_ptr<WireResponse> response;

  void run() { response = std::make_unique<WireResponse>(service->answer(request, keep_alive)); }
};

struct StartJob {
  Workers* workers;
  std::shared_ptr<Job> job;
  Executor sockets;

  template <class Resume>
  void operator()(Resume resume) const {
    auto held = std::make_shared<Resume>(std::move(resume));
    const auto& io = sockets;
    const bool queued = workers->try_post([job = job, held, io]() mutable {
      job->run();
      asio::post(io, [held = std::move(held)] { std::move (*held)(); });
    });
    if (!queued) asio::post(io, [held] { std::move (*held)(); });
  }
};

Task<void> run_on(Workers& workers, std::shared_ptr<Job> job, Executor sockets) {
  return asio::async_initiate<const asio::use_awaitable_t<Executor>&, void()>(
      StartJob{&workers, std::move(job), sockets}, kAwait);
}

struct Server {
  Server(const ServerSettings& given, const RoutePolicyFn& policy, const Handler& handler);
  ~Server() { connections.clear(); }  // after a breakdown, conversations end with `io` and still leave

  /// False when memory is out; a visitor too many is told so and that is true.
  [[nodiscard]] bool admit(Socket socket) noexcept;
  void greet(Socket socket);
  void leave(const ConnectionPtr& connection);
  void stop();
  void sweep(Clock::time_point now);
  [[nodiscard]] Clock::duration time_for(Clock::duration least, std::uint64_t bytes) const;
  [[nodiscard]] bool has_room_for(const std::string& group, bool loopback) const;

  const ServerSettings& settings;
  Service service;
  std::set<ConnectionPtr> connections;
  std::map<std::string, std::size_t> per_address;
  std::size_t max_connections;
  asio::io_context io{1};
  Acceptor acceptor{io.get_executor()};
  asio::basic_signal_set<Executor> signals{io.get_executor()};
  bool stopping = false;
  Clock::time_point drained_by = Clock::time_point::max();
  Workers page_workers;  // last: joined before what their jobs post to is gone
  Workers heavy_workers;
};

// ---- Reading and writing ----

Task<bool> read_more(ConnectionPtr connection) {
  auto& buffer = connection->buffer;
  if (connection->timed_out) co_return false;
  const auto had = buffer.size();
  buffer.resize(had + kReadBytes);
  Error error;
  const auto into = asio::buffer(buffer.data() + had, kReadBytes);
  const auto got = co_await connection->socket.async_read_some(into, asio::redirect_error(kAwait, error));
  buffer.resize(had + (error ? 0 : got));
  co_return !error;
}

// Why reading stopped: the deadline, or nobody there any more.
Rejection why_unread(const Connection& connection) {
  if (connection.timed_out) return {408, "The request took too long to arrive."};
  return {kPeerGone, {}};
}

Task<Parsed<std::size_t>> read_head(ConnectionPtr connection, std::size_t max_header) {
  auto& buffer = connection->buffer;
  for (std::size_t looked = 0;;) {
    if (looked == 0 && buffer.starts_with("\r\n")) buffer.erase(0, 2);  // an old client's line after its last body
    const auto end = find_head_end(buffer, looked);
    if (!end) co_return end;
    if (*end > max_header || (*end == 0 && buffer.size() > max_header))
      co_return reject(431, "The request's headers are too large.");
    if (*end > 0) co_return end;
    looked = buffer.size();
    const bool more = co_await read_more(connection);
    if (!more) co_return tl::unexpected(why_unread(*connection));
  }
}

Task<bool> write_bytes(ConnectionPtr connection, std::string_view head, std::string_view payload) {
  const std::array<asio::const_buffer, 2> bytes = {asio::buffer(head), asio::buffer(payload)};
  Error error;
  co_await asio::async_write(connection->socket, bytes, asio::redirect_error(kAwait, error));
  co_return !error;
}

Task<Parsed<void>> read_body(ConnectionPtr connection, std::shared_ptr<Framing> framing, std::shared_ptr<BodyReader> reader,
                             bool expects_continue) {
  if (expects_continue && connection->buffer.empty()) {
    const bool sent = co_await write_bytes(connection, "HTTP/1.1 100 Continue\r\n\r\n", {});
    if (!sent) co_return tl::unexpected(why_unread(*connection));
  }
  for (;;) {
    auto taken = framing->take(connection->buffer, *reader);
    if (!taken || framing->is_done()) co_return taken;
    const bool more = co_await read_more(connection);
    if (!more) co_return tl::unexpected(why_unread(*connection));
  }
}

// After an answer to a request that was not read to its end: closing at once would reset the
// connection and throw the answer away before the client has read it.
Task<void> linger(ConnectionPtr connection) {
  Error error;
  connection->socket.shutdown(Tcp::socket::shutdown_send, error);
  connection->begin_phase(kLinger);
  for (bool more = !error; more;) {
    connection->buffer.clear();
    more = co_await read_more(connection);
  }
}

// ---- One request after another ----

enum class After { next_request, close, linger };

// What one request has come to, as far as the log needs it.
struct Exchange {
  Clock::time_point began = Clock::now();
  std::shared_ptr<Head> head;
  bool whole = false;  ///< read to its end
};

Task<After> send(Server* server, ConnectionPtr connection, Exchange exchange, std::shared_ptr<WireResponse> response) {
  connection->begin_phase(server->time_for(server->settings.write_deadline, response->payload().size()));
  const bool sent = co_await write_bytes(connection, response->head, response->payload());
  server->service.log_access(exchange.head ? &exchange.head->request : nullptr, connection->address, *response,
                             Clock::now() - exchange.began);
  if (!sent) co_return After::close;
  if (!exchange.whole) co_return After::linger;
  co_return response->keep_alive && !server->stopping ? After::next_request : After::close;
}

Task<After> turn_away(Server* server, ConnectionPtr connection, Exchange exchange, Rejection why) {
  if (why.status == kPeerGone) co_return After::close;
  const Request* request = exchange.head ? &exchange.head->request : nullptr;
  auto response = std::make_shared<WireResponse>(server->service.rejected(request, why));
  co_return co_await send(server, connection, exchange, response);
}

Task<After> run_handler(Server* server, ConnectionPtr connection, Exchange exchange, bool heavy) {
  const bool keep_alive = exchange.head->keep_alive && !server->stopping;
  auto job = std::make_shared<Job>(&server->service, std::move(exchange.head->request), keep_alive, nullptr);
  connection->wait_without_deadline();
  co_await run_on(heavy ? server->heavy_workers : server->page_workers, job, server->io.get_executor());
  exchange.head->request = std::move(job->request);
  if (!job->response) {
    const Rejection busy{503, "The site is busy. Try again in a few seconds."};
    co_return co_await turn_away(server, connection, exchange, busy);
  }
  auto response = std::make_shared<WireResponse>(std::move(*job->response));
  co_return co_await send(server, connection, exchange, response);
}

Task<Parsed<void>> take_in_body(Server* server, ConnectionPtr connection, std::shared_ptr<Head> head, RoutePolicy policy,
                                std::shared_ptr<Framing> framing) {
  auto made = make_body_reader(head->request, policy, server->settings.upload_folder);
  if (!made) co_return tl::unexpected(made.error());
  const std::shared_ptr<BodyReader> reader = std::move(*made);
  connection->begin_phase(server->time_for(server->settings.body_deadline, head->content_length.value_or(policy.max_body)));
  auto read = co_await read_body(connection, framing, reader, head->expects_continue);
  if (!read) co_return read;
  co_return reader->finish(head->request);
}

Task<After> answer_one(Server* server, ConnectionPtr connection, Exchange exchange, std::size_t head_bytes) {
  const auto bytes = std::string_view(connection->buffer).substr(0, head_bytes);
  auto parsed = parse_head(bytes);
  if (!parsed) co_return co_await turn_away(server, connection, exchange, parsed.error());
  exchange.head = std::make_shared<Head>(std::move(*parsed));
  exchange.head->request.remote_address = connection->address;

  auto policy = server->service.policy_for(*exchange.head);
  auto framing = std::make_shared<Framing>(policy.max_body);
  const bool framed = framing->begin(bytes);
  connection->buffer.erase(0, head_bytes);
  if (!framed) {
    const Rejection why{400, "The request's head is malformed."};
    co_return co_await turn_away(server, connection, exchange, why);
  }
  exchange.whole = !exchange.head->has_body();
  if (policy.answer_now) {
    const bool keep_alive = exchange.whole && exchange.head->keep_alive && !server->stopping;
    auto response = std::make_shared<WireResponse>(
        server->service.finish(&exchange.head->request, std::move(*policy.answer_now), keep_alive));
    co_return co_await send(server, connection, exchange, response);
  }
  if (!framing->is_done()) {
    auto read = co_await take_in_body(server, connection, exchange.head, policy, framing);
    exchange.whole = framing->is_done();
    if (!read) co_return co_await turn_away(server, connection, exchange, read.error());
  }
  exchange.whole = true;
  co_return co_await run_handler(server, connection, exchange, policy.heavy);
}

Task<After> next_request(Server* server, ConnectionPtr connection) {
  if (connection->buffer.empty()) {
    connection->begin_phase(server->settings.idle_deadline);
    connection->idle = true;
    const bool more = co_await read_more(connection);
    connection->idle = false;
    if (!more) co_return After::close;
  }
  Exchange exchange;
  connection->begin_phase(server->settings.header_deadline);
  auto head_bytes = co_await read_head(connection, server->settings.max_header);
  if (!head_bytes) co_return co_await turn_away(server, connection, exchange, head_bytes.error());
  co_return co_await answer_one(server, connection, exchange, *head_bytes);
}

// Leaves the server's list whatever ends the conversation.
struct Presence {
  Server* server;
  ConnectionPtr connection;
  Presence(Server* of, ConnectionPtr who) : server(of), connection(std::move(who)) {}
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;
  ~Presence() { server->leave(connection); }
};

Task<void> converse(Server* server, ConnectionPtr connection) {
  const Presence presence(server, connection);
  auto after = After::next_request;
  while (after == After::next_request && !server->stopping) after = co_await next_request(server, connection);
  if (after == After::linger) co_await linger(connection);
  Error ignored;
  connection->socket.shutdown(Tcp::socket::shutdown_both, ignored);
}

// ---- The server ----

// A conversation that broke down (memory is out) has lost its visitor; the others go on.
struct NoteBreakdown {
  const Service* service;
  void operator()(const std::exception_ptr& thrown) const {
    if (thrown) service->note_breakdown(thrown);
  }
};

// Without these two coroutines there is no server.
struct PassOn {
  void operator()(const std::exception_ptr& thrown) const {
    if (thrown) std::rethrow_exception(thrown);
  }
};

Task<void> accept_all(Server* server) {
  Timer pause(server->io.get_executor());
  while (!server->stopping) {
    Error error;
    auto socket = co_await server->acceptor.async_accept(asio::redirect_error(kAwait, error));
    if (!error && server->admit(std::move(socket))) continue;
    if (!server->stopping) {  // out of descriptors or memory: the next try would fail at once, and so on
      pause.expires_after(std::chrono::milliseconds(50));
      co_await pause.async_wait(asio::redirect_error(kAwait, error));
    }
  }
}

Task<void> watch_deadlines(Server* server) {
  const auto& given = server->settings;
  const auto shortest = std::min({given.header_deadline, given.body_deadline, given.write_deadline, given.idle_deadline,
                                  given.drain_deadline, std::chrono::milliseconds(800)});
  Timer tick(server->io.get_executor());
  while (!server->stopping || !server->connections.empty()) {
    tick.expires_after(std::max(shortest / 8, std::chrono::milliseconds(5)));
    Error error;
    co_await tick.async_wait(asio::redirect_error(kAwait, error));
    server->sweep(Clock::now());
  }
}

unsigned page_threads(const ServerSettings& settings) {
  return settings.page_workers > 0 ? settings.page_workers : std::max(2U, std::thread::hardware_concurrency());
}

// Some descriptors are for the database, uploads and the log.
std::size_t connection_limit(std::size_t wanted) {
  constexpr std::size_t kReserved = 128;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return wanted;
  return std::min(wanted, std::max<std::size_t>(limit.rlim_cur, kReserved + 32) - kReserved);
}

Server::Server(const ServerSettings& given, const RoutePolicyFn& policy, const Handler& handler)
    : settings(given),
      service(given, policy, handler),
      max_connections(connection_limit(given.max_connections)),
      page_workers(page_threads(given), given.page_queue),
      heavy_workers(std::max(1U, given.heavy_workers), given.heavy_queue) {}

// One house usually has a whole IPv6 /64.
std::string group_of(const asio::ip::address& address) {
  if (address.is_v4()) return address.to_string();
  const auto bytes = address.to_v6().to_bytes();
  return {bytes.begin(), bytes.begin() + 8};
}

asio::ip::address plain(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

bool Server::has_room_for(const std::string& group, bool loopback) const {
  if (connections.size() >= max_connections) return false;
  if (loopback && settings.loopback_exempt) return true;
  const auto count = per_address.find(group);
  return count == per_address.end() || count->second < settings.max_connections_per_address;
}

void Server::greet(Socket socket) {
  Error error;
  const auto peer = socket.remote_endpoint(error);
  if (error) return;  // gone already
  const auto address = plain(peer.address());
  auto group = group_of(address);
  if (!has_room_for(group, address.is_loopback())) {
    const auto response = service.rejected(nullptr, {503, "The site has too many visitors. Try again in a few seconds."});
    socket.non_blocking(true, error);
    socket.write_some(asio::buffer(response.head + response.body), error);
    return;
  }
  socket.set_option(Tcp::no_delay(true), error);
  auto connection = std::make_shared<Connection>(std::move(socket), address.to_string(), std::move(group));
  ++per_address[connection->group];
  connections.insert(connection);
  asio::co_spawn(io.get_executor(), converse(this, std::move(connection)), NoteBreakdown{&service});
}

bool Server::admit(Socket socket) noexcept {
  try {
    greet(std::move(socket));
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

void Server::leave(const ConnectionPtr& connection) {
  connections.erase(connection);
  const auto count = per_address.find(connection->group);
  if (--count->second == 0) per_address.erase(count);
}

void Server::stop() {
  if (stopping) return;
  stopping = true;
  drained_by = Clock::now() + settings.drain_deadline;
  Error ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  for (const auto& connection : connections)
    if (connection->idle) connection->socket.cancel(ignored);
}

void Server::sweep(Clock::time_point now) {
  for (const auto& connection : connections) {
    if (now >= drained_by) connection->deadline = now;
    connection->sweep(now);
  }
}

Clock::duration Server::time_for(Clock::duration least, std::uint64_t bytes) const {
  return std::max<Clock::duration>(least, std::chrono::seconds(bytes / settings.bytes_per_second));
}

Result<Tcp::endpoint> endpoint_of(const ServerSettings& settings) {
  Error error;
  const auto address = asio::ip::make_address(settings.address == "localhost" ? "127.0.0.1" : settings.address, error);
  if (error) return refuse(Fault::invalid_input, fmt::format("\"{}\" is no IP address to listen on.", settings.address));
  return Tcp::endpoint(address, settings.port);
}

Result<void> listen(Server& server) {
  const auto endpoint = endpoint_of(server.settings);
  if (!endpoint) return tl::unexpected(endpoint.error());
  Error error;
  auto& acceptor = server.acceptor;
  acceptor.open(endpoint->protocol(), error);
  if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(*endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) return {};
  const auto where = fmt::format("{}:{}", server.settings.address, server.settings.port);
  if (error != asio::error::address_in_use)
    return refuse(Fault::unavailable, fmt::format("Cannot listen here: {}.", error.message()), where);
  const auto holder = port_holder(server.settings.port);
  return refuse(Fault::unavailable,
                holder.empty() ? fmt::format("Port {} is already in use.", server.settings.port)
                               : fmt::format("Port {} is already in use by {}.", server.settings.port, holder),
                where);
}

void watch_signals(Server& server) {
  server.signals.add(SIGTERM);
  server.signals.add(SIGINT);
  server.signals.async_wait([&server](const Error& error, int) {
    if (!error) server.stop();
  });
}

}  // namespace

Result<void> serve(const ServerSettings& settings, const RoutePolicyFn& policy, const Handler& handler,
                   std::stop_token stop) {
  Server server(settings, policy, handler);
  if (auto listening = listen(server); !listening) return listening;
  if (settings.stop_on_signals) watch_signals(server);
  const auto executor = server.io.get_executor();
  asio::co_spawn(executor, accept_all(&server), PassOn{});
  asio::co_spawn(executor, watch_deadlines(&server), PassOn{});
  const std::stop_callback on_stop(stop, [&server] { asio::post(server.io, [&server] { server.stop(); }); });
  if (settings.on_ready) settings.on_ready(server.acceptor.local_endpoint().port());
  server.io.run();
  return {};
}

}  // namespace makegood::web
