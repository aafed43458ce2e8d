#include "web/body.h"

#include <utility>

#include "base/text.h"
#include "web/form.h"
#include "web/token.h"

namespace makegood::web {
namespace {

class WholeBody : public BodyReader {
 public:
  Parsed<void> feed(std::string_view bytes) override {
    bytes_ += bytes;
    return {};
  }
  Parsed<void> finish(Request& request) override {
    request.body = std::move(bytes_);
    return {};
  }

 private:
  std::string bytes_;
};

class UrlencodedBody : public BodyReader {
 public:
  Parsed<void> feed(std::string_view bytes) override {
    if (bytes_.size() + bytes.size() > kFormBytes) return reject(413, "The form is too large.");
    bytes_ += bytes;
    return {};
  }
  Parsed<void> finish(Request& request) override {
    auto fields = parse_form(bytes_);
    if (!fields) return tl::unexpected(fields.error());
    request.form = std::move(*fields);
    return {};
  }

 private:
  std::string bytes_;
};

class MultipartBody : public BodyReader, private PartSink {
 public:
  MultipartBody(std::string_view boundary, std::size_t max_text, std::string upload_folder)
      : parser_(boundary, *this), max_text_(max_text), upload_folder_(std::move(upload_folder)) {}

  Parsed<void> feed(std::string_view bytes) override { return parser_.feed(bytes); }
  Parsed<void> finish(Request& request) override {
    if (auto ended = parser_.finish(); !ended) return ended;
    request.form = std::move(form_);
    request.files = std::move(files_);
    return {};
  }

 private:
  Parsed<void> begin_part(PartHead head) override {
    head_ = std::move(head);
    text_.clear();
    spool_ = head_.is_file ? std::make_shared<Spool>(upload_folder_) : nullptr;
    return {};
  }

  Parsed<void> part_bytes(std::string_view bytes) override {
    if (spool_) {
      if (!spool_->append(bytes)) return reject(503, "There is no room for the upload now.");
      return {};
    }
    text_total_ += bytes.size();
    if (text_total_ > max_text_) return reject(413, "The form's text is too long.");
    text_ += bytes;
    return {};
  }

  Parsed<void> end_part() override {
    if (!spool_) {
      if (text_.find('\0') != std::string::npos) return reject(400, "A form field holds a NUL character.");
      form_.add(std::move(head_.name), valid_utf8(text_));
    } else if (!head_.file_name.empty() || spool_->size() > 0) {  // else no file was chosen
      files_.push_back({std::move(head_.name), std::move(head_.file_name), std::move(head_.content_type), spool_});
    }
    spool_.reset();
    return {};
  }

  MultipartParser parser_;
  std::size_t max_text_;
  std::string upload_folder_;
  PartHead head_;
  std::string text_;
  std::size_t text_total_ = 0;
  std::shared_ptr<Spool> spool_;
  Fields form_;
  std::vector<UploadedFile> files_;
};

std::string_view media_type(std::string_view content_type) {
  return trim_blanks(content_type.substr(0, content_type.find(';')));
}

}  // namespace

Parsed<std::unique_ptr<BodyReader>> make_body_reader(const Request& head, const RoutePolicy& policy,
                                                     const std::string& upload_folder) {
  if (policy.body == BodyKind::bytes) return std::make_unique<WholeBody>();
  const auto type = head.headers.value("Content-Type");
  const bool takes_form = policy.body == BodyKind::urlencoded || policy.body == BodyKind::multipart;
  if (takes_form && equals_any_case(media_type(type), "application/x-www-form-urlencoded"))
    return std::make_unique<UrlencodedBody>();
  if (policy.body == BodyKind::multipart && equals_any_case(media_type(type), "multipart/form-data")) {
    const auto boundary = boundary_of(type);
    if (!boundary) return tl::unexpected(boundary.error());
    return std::make_unique<MultipartBody>(*boundary, policy.max_text, upload_folder);
  }
  return reject(415, "This address does not take that type of content.");
}

}  // namespace makegood::web
