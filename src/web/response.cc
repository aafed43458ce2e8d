#include "web/response.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "web/gzip.h"

namespace makegood::web {
namespace {

Response with_type(std::string bytes, std::string content_type, int status) {
  Response response;
  response.status = status;
  response.headers.set("Content-Type", std::move(content_type));
  response.body = std::move(bytes);
  return response;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

Response redirect(int status, std::string_view path) {
  const bool on_this_site = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\") &&
                            std::none_of(path.begin(), path.end(), [](char c) { return c <= 0x20 || c >= 0x7f; });
  Response response;
  response.status = status;
  response.headers.set("Location", std::string(on_this_site ? path : "/"));
  return response;
}

}  // namespace

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
  }
}

std::shared_ptr<const Asset> make_asset(std::string content_type, std::string bytes) {
  auto asset = std::make_shared<Asset>();
  asset->etag = etag_of(bytes);
  asset->content_type = std::move(content_type);
  if (auto packed = gzip(bytes, kBestGzip); packed.size() + 128 < bytes.size()) asset->gzip = std::move(packed);
  asset->bytes = std::move(bytes);
  return asset;
}

Response html(std::string page, int status) { return with_type(std::move(page), "text/html; charset=utf-8", status); }
Response text(std::string words, int status) { return with_type(std::move(words), "text/plain; charset=utf-8", status); }
Response json(std::string document, int status) { return with_type(std::move(document), "application/json", status); }

Response csv(std::string table, std::string_view file_name) {
  return download(std::move(table), "text/csv; charset=utf-8", file_name);
}

Response download(std::string bytes, std::string content_type, std::string_view file_name) {
  auto response = with_type(std::move(bytes), std::move(content_type), 200);
  std::string name(file_name);
  std::replace_if(name.begin(), name.end(), [](char c) { return !is_name_byte(c); }, '-');
  response.headers.set("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  return response;
}

Response send_asset(std::shared_ptr<const Asset> asset, std::string cache_control) {
  Response response;
  response.headers.set("Content-Type", asset->content_type);
  response.headers.set("Cache-Control", std::move(cache_control));
  response.asset = std::move(asset);
  return response;
}

Response redirect_see_other(std::string_view path) { return redirect(303, path); }
Response redirect_permanently(std::string_view path) { return redirect(308, path); }
Response not_found(std::string page) { return html(std::move(page), 404); }

Response no_store(Response response) {
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace makegood::web
