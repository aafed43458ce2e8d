// What an address, a query or a form says, as values of ours.

#include <algorithm>
#include <charconv>

#include "web/site/handlers.h"

namespace makegood::web {

int number_in(std::string_view text, int otherwise) {
  int number = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

std::optional<Day> day_in(std::string_view text) {
  const auto day = Day::parse(text);
  return day ? std::optional(*day) : std::nullopt;
}

std::int64_t sequence_from(std::string_view text) {
  std::int64_t sequence = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sequence);
  return error == std::errc() && end == text.data() + text.size() ? sequence : 0;
}

const UploadedFile* uploaded(const Request& request) {
  const auto file = std::find_if(request.files.begin(), request.files.end(), [](const UploadedFile& f) { return f.field == "file" && !f.name.empty(); });
  return file == request.files.end() ? nullptr : &*file;
}

tasks::HomeItem item_of(const RouteMatch& match) { return {match["slug"], ItemId(std::string(match["id"]))}; }
PersonId person_of(const RouteMatch& match) { return PersonId(std::string(match["person"])); }
RecordId record_of(const RouteMatch& match) { return RecordId(std::string(match["record"])); }

Language language_of(const Visit& who) { return who.site.words.language() == Language::cy ? Language::cy : Language::en; }

}  // namespace makegood::web
