// What is sent for a response; what happens to a request between the sockets.
#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>
#include <stdexcept>

#include "web/gzip.h"
#include "web/service.h"
#include "web/wire.h"

using namespace makegood::web;

namespace wire_test {

const auto kNow = std::chrono::system_clock::from_time_t(784111777);  // the date of RFC 9110's examples

std::string header(const WireResponse& response, const std::string& name) {
  const auto at = response.head.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "";
  const auto from = at + name.size() + 4;
  return response.head.substr(from, response.head.find("\r\n", from) - from);
}

Request with(Headers headers, Method method = Method::get) {
  Request request;
  request.method = method;
  request.headers = std::move(headers);
  return request;
}

WireResponse wire(const Request& request, Response response) { return to_wire(&request, std::move(response), true, kNow); }

std::string unpacked(std::string_view packed) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

const std::string kLong(5000, 'w');

TEST_CASE("a response has its status, date, type and length") {
  const auto response = wire(with({}), html("<p>Hello"));
  CHECK(response.head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(response.head.ends_with("\r\n\r\n"));
  CHECK(header(response, "Date") == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(header(response, "Content-Type") == "text/html; charset=utf-8");
  CHECK(header(response, "Content-Length") == "8");
  CHECK(header(response, "Connection") == "keep-alive");
  CHECK(response.payload() == "<p>Hello");
}

TEST_CASE("every response carries the security headers") {
  for (const int status : {200, 404, 500}) {
    const auto response = wire(with({}), html("x", status));
    CHECK(header(response, "Content-Security-Policy") ==
          "default-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'");
    CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header(response, "Referrer-Policy") == "same-origin");
    CHECK(header(response, "Cross-Origin-Opener-Policy") == "same-origin");
    CHECK_FALSE(header(response, "Permissions-Policy").empty());
  }
  CHECK(to_wire(nullptr, text("x", 400), false, kNow).head.find("nosniff") != std::string::npos);
}

TEST_CASE("a handler's own header stands in the place of a standing one") {
  auto page = html("x");
  page.headers.set("referrer-policy", "no-referrer");
  const auto response = wire(with({}), page);
  CHECK(header(response, "referrer-policy") == "no-referrer");
  CHECK(header(response, "Referrer-Policy").empty());
}

TEST_CASE("a page that the visitor has is not sent again") {
  const auto first = wire(with({}), html(kLong));
  const auto tag = header(first, "ETag");
  REQUIRE(tag.size() > 4);
  const auto second = wire(with({{"If-None-Match", tag}}), html(kLong));
  CHECK(second.status == 304);
  CHECK(second.payload().empty());
  CHECK(header(second, "Content-Length").empty());
  CHECK(header(second, "ETag") == tag);
  CHECK(wire(with({{"If-None-Match", tag}}), html(kLong + "!")).status == 200);
  CHECK(wire(with({{"If-None-Match", "*"}}, Method::post), html(kLong)).status == 200);
  CHECK(wire(with({{"If-None-Match", "*"}}), html("gone", 404)).status == 404);
  CHECK(header(wire(with({}), no_store(html(kLong))), "ETag").empty());
}

TEST_CASE("long text is compressed where that is accepted") {
  const auto response = wire(with({{"Accept-Encoding", "gzip"}}), html(kLong));
  CHECK(header(response, "Content-Encoding") == "gzip");
  CHECK(response.payload().size() < 200);
  CHECK(header(response, "Content-Length") == std::to_string(response.payload().size()));
  CHECK(unpacked(response.payload()) == kLong);
  CHECK(header(response, "ETag") != header(wire(with({}), html(kLong)), "ETag"));
  CHECK(header(response, "Vary") == "Accept-Encoding");
}

TEST_CASE("what must not or need not be compressed is not") {
  struct Row {
    const char* what;
    Request request;
    Response response;
  };
  const Row rows[] = {
      {"not accepted", with({}), html(kLong)},
      {"refused", with({{"Accept-Encoding", "gzip;q=0"}}), html(kLong)},
      {"short", with({{"Accept-Encoding", "gzip"}}), html("x")},
      {"a picture", with({{"Accept-Encoding", "gzip"}}), download(kLong, "image/png", "a.png")},
      {"for somebody with a cookie", with({{"Accept-Encoding", "gzip"}, {"Cookie", "session=a"}}), html(kLong)},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(header(wire(row.request, row.response), "Content-Encoding").empty());
    CHECK(wire(row.request, row.response).payload() == row.response.body);
  }
}

TEST_CASE("an asset is compressed once and sent without a copy") {
  const auto asset = make_asset("text/css", kLong);
  const auto packed = wire(with({{"Accept-Encoding", "gzip"}, {"Cookie", "a=b"}}), send_asset(asset, "public, max-age=31536000"));
  CHECK(packed.payload().data() == asset->gzip.data());
  CHECK(unpacked(packed.payload()) == kLong);
  CHECK(header(packed, "Cache-Control") == "public, max-age=31536000");
  const auto plain = wire(with({}), send_asset(asset, "public"));
  CHECK(plain.payload().data() == asset->bytes.data());
  const auto small = make_asset("text/css", "a{}");
  const auto sent = wire(with({{"Accept-Encoding", "gzip"}}), send_asset(small, "public"));
  CHECK(header(sent, "Content-Encoding").empty());
  CHECK(header(sent, "ETag") == small->etag);
}

TEST_CASE("HEAD says what GET would send and sends nothing") {
  const auto response = wire(with({}, Method::head), html(kLong));
  CHECK(header(response, "Content-Length") == "5000");
  CHECK(response.payload().empty());
}

TEST_CASE("a header cannot break out of its line") {
  auto page = html("x");
  page.headers.set("X-Note", "a\r\nSet-Cookie: b=c");
  CHECK_THROWS(wire(with({}), page));
}

TEST_CASE("a redirect stays on this site") {
  CHECK(redirect_see_other("/desk?done=1").headers.value("Location") == "/desk?done=1");
  for (const char* away : {"https://a.example/", "//a.example/", "/\\a.example", "", "desk", "/a\r\nX: y"}) {
    CAPTURE(away);
    CHECK(redirect_see_other(away).headers.value("Location") == "/");
  }
}

TEST_CASE("a download's name is harmless") {
  CHECK(csv("a", "plan \"x\"\r\n.csv").headers.value("Content-Disposition") == "attachment; filename=\"plan--x---.csv\"");
}

TEST_CASE("only pages of this site may post") {
  struct Row {
    const char* what;
    Headers headers;
    bool same;
  };
  const Row rows[] = {
      {"a browser's own form", {{"Host", "a.example"}, {"Origin", "https://a.example"}, {"Sec-Fetch-Site", "same-origin"}}, true},
      {"a program", {{"Host", "a.example"}}, true},
      {"another site", {{"Host", "a.example"}, {"Origin", "https://b.example"}}, false},
      {"another site without Origin", {{"Host", "a.example"}, {"Sec-Fetch-Site", "cross-site"}}, false},
      {"another host of this domain", {{"Host", "a.example"}, {"Sec-Fetch-Site", "same-site"}}, false},
      {"another port", {{"Host", "a.example:8080"}, {"Origin", "http://a.example:9090"}}, false},
      {"a sandboxed frame", {{"Host", "a.example"}, {"Origin", "null"}}, false},
      {"behind a proxy that rewrites Host", {{"Host", "127.0.0.1:8080"}, {"Origin", "https://plans.example"}}, true},
      {"our name as a beginning", {{"Host", "a.example"}, {"Origin", "https://a.example.evil"}}, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(is_same_origin(with(row.headers, Method::post), {"plans.example"}) == row.same);
  }
}

TEST_CASE("keys in paths are masked in logs") {
  const auto logged = [](std::string_view target) { return path_for_log(parse_target(target).value()); };
  CHECK(logged("/") == "/");
  CHECK(logged("/plans/leeds?token=x") == "/plans/leeds");
  CHECK(logged("/reply/abc") == "/reply/***");
  CHECK(logged("/cy/registers/tips/report/begun/abc") == "/cy/registers/tips/report/begun/***");
  CHECK(logged("/cy/sign-in/abc/") == "/cy/sign-in/***/");
  CHECK(logged("/follow/stop/abc") == "/follow/***/***");
  CHECK(logged("/plans/our-plan/follow") == "/plans/our-plan/follow");
  CHECK(logged("/reply") == "/reply");
}

TEST_CASE("a failing error page does not hide the error") {
  std::string log;
  const ServerSettings settings{.log = [&](std::string_view line) { log += line; },
                                .error_page = [](const Problem&) -> Response { throw std::runtime_error("page broke"); }};
  const RoutePolicyFn policy = [](const Request&) { return RoutePolicy{}; };
  const Handler handler = [](const Request&) -> Response { throw std::bad_alloc(); };
  const auto response = Service(settings, policy, handler).answer(with({}), true);
  CHECK(response.status == 500);
  CHECK(response.body.find("Error reference: ") != std::string::npos);
  CHECK(log.find("bad_alloc") != std::string::npos);
  CHECK(log.find("page broke") != std::string::npos);
}

TEST_CASE("the site's own error page is told what it is about") {
  const ServerSettings settings{.log = [](std::string_view) {}, .error_page = [](const Problem& problem) {
    return html(problem.reference + " " + (problem.head ? problem.head->path() : "none"));
  }};
  const RoutePolicyFn policy = [](const Request&) { return RoutePolicy{}; };
  const Handler handler = [](const Request&) -> Response { throw 1; };
  const Service service(settings, policy, handler);
  const auto broken = service.answer(with({}), true);
  CHECK(broken.status == 500);
  CHECK(broken.body.size() == 8 + 2);
  const auto rejected = service.rejected(nullptr, {405, "no"});
  CHECK(rejected.status == 405);
  CHECK(rejected.body == " none");
  CHECK(header(rejected, "Allow") == "GET, HEAD, POST, PATCH");
}

}  // namespace wire_test
