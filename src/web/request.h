#pragma once
// A request as handlers see it: plain values, checked and decoded, no socket.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/fields.h"
#include "web/spool.h"
#include "web/target.h"

namespace makegood::web {

enum class Method { get, head, post, patch };

[[nodiscard]] constexpr std::string_view name_of(Method method) {
  constexpr std::string_view kNames[] = {"GET", "HEAD", "POST", "PATCH"};
  return kNames[static_cast<std::size_t>(method)];
}

struct UploadedFile {
  std::string field;         ///< name of the form's input
  std::string name;          ///< file name without folders; valid UTF-8; never to be used as a path
  std::string content_type;  ///< as claimed by the sender
  std::shared_ptr<const Spool> content;
};

struct Request {
  Method method = Method::get;
  Target target;
  Headers headers;
  Fields cookies;
  std::string remote_address;       ///< of the socket: "192.0.2.7", "2001:db8::1"
  Fields form;                      ///< text fields of a form, valid UTF-8 without NUL
  std::vector<UploadedFile> files;  ///< of a multipart form, in the order sent
  std::string body;                 ///< only where the route's policy says BodyKind::bytes

  [[nodiscard]] const std::string& path() const { return target.path; }
  [[nodiscard]] const Fields& query() const { return target.query; }
  [[nodiscard]] bool is_post() const { return method == Method::post; }
  /// Whether it asks for something to be changed, and so may carry a body.
  [[nodiscard]] bool is_writing() const { return method == Method::post || method == Method::patch; }
};

/// May this request change anything? True unless the browser says (Sec-Fetch-Site, Origin) that
/// another site's page sent it. `our_hosts` are names that count as ours beside the Host header,
/// for a proxy that rewrites it. Clients that are no browsers send neither and pass: what keeps
/// them out is the session's token in the form.
[[nodiscard]] bool is_same_origin(const Request& request, const std::vector<std::string>& our_hosts = {});

}  // namespace makegood::web
