#include "tasks/drafts.h"

#include "json/json.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

std::string holder_of_request(std::string_view request) { return "request " + std::string(request); }
std::string holder_of_account(std::string_view account) { return "account " + std::string(account); }
std::string draft_key(const Draft& draft) { return draft.holder + "\n" + draft.item.text; }

Result<void> save_drafts(const Workspace& w, std::vector<Draft> drafts) {
  for (auto& draft : drafts) draft.saved_at = w.clock.now().utc();
  return w.drafts.save(drafts);
}

std::string write_draft_fields(const Draft& draft) {
  JsonObject o;
  o.member("fields", json_list(draft.fields, [](const auto& field) { return OrderedJson::array({field.first, field.second}); }));
  return o.line();
}

Result<std::vector<std::pair<std::string, std::string>>> read_draft_fields(std::string_view text) {
  using Fields = std::vector<std::pair<std::string, std::string>>;
  return read_one<Fields>(text, [](JsonReader& r, const Json& json) {
    return r.list(json, "fields", [&](const Json& pair) {
      if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string())
        return r.misfit("a name and a value are expected"), std::pair<std::string, std::string>{};
      return std::pair{pair[0].get<std::string>(), pair[1].get<std::string>()};
    });
  });
}

}  // namespace makegood::tasks
