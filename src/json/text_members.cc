#include "json/text_members.h"

#include "json/json.h"

namespace makegood {
namespace {

// What the parser calls as it goes; false ends it.
class Reader final : public nlohmann::json_sax<Json> {
 public:
  bool start_object(std::size_t) override { return is_open_ ? no_text() : (is_open_ = true); }
  bool end_object() override { return true; }
  bool key(string_t& name) override { return name_ = std::move(name), true; }
  bool string(string_t& text) override {
    if (!is_open_) return no_text();
    // Members were mostly written in the order of their names: then each belongs at the end.
    members.insert_or_assign(members.end(), std::move(name_), std::move(text));
    return true;
  }

  bool null() override { return no_text(); }
  bool boolean(bool) override { return no_text(); }
  bool number_integer(number_integer_t) override { return no_text(); }
  bool number_unsigned(number_unsigned_t) override { return no_text(); }
  bool number_float(number_float_t, const string_t&) override { return no_text(); }
  bool binary(binary_t&) override { return no_text(); }
  bool start_array(std::size_t) override { return no_text(); }
  bool end_array() override { return true; }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override { return fault = "this is not JSON", false; }

  TextMembers members;
  const char* fault = nullptr;

 private:
  bool misfit(const char* what) { return fault = what, false; }
  bool no_text() { return is_open_ ? misfit("a member is not a text") : misfit("an object is expected"); }

  std::string name_;
  bool is_open_ = false;
};

}  // namespace

Result<TextMembers> read_text_members(std::string_view text) {
  if (text.size() > kLargestJson) return refuse(Fault::too_large, fmt::format("the JSON is over {} MB", kLargestJson >> 20U));
  Reader reader;
  if (!Json::sax_parse(text.begin(), text.end(), &reader)) return refuse(Fault::invalid_input, reader.fault == nullptr ? "this is not JSON" : reader.fault);
  return std::move(reader.members);
}

}  // namespace makegood
