// Attacks over the whole table of routes. Nothing here names a page: a route that is added tomorrow is attacked
// tomorrow, with every field of every form that its page shows.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "web/service.h"
#include "web/site/attack_world.h"
#include "web/token.h"

using namespace makegood;
using namespace makegood::web;

namespace attack_test {

namespace fs = std::filesystem;

constexpr std::string_view kScript = "<script>alert(1)</script>";

/// What is typed into fields and put into addresses. One payload tries several doors.
struct Attack {
  const char* name;
  std::string text;
};

std::vector<Attack> attacks() {
  return {
      {"script, in an attribute and in text", "\"'>" + std::string(kScript)},
      {"SQL", "x'; DROP TABLE entries; --\" OR '1'='1"},
      {"a header of its own", "x\r\nSet-Cookie: session=evil\r\nLocation: https://evil.example/\r\n\r\n" + std::string(kScript)},
      {"a path out of the folder", "../../../../../../tmp/evil"},
      {"another site's address", "//evil.example/\\evil"},
      {"as much as a form may hold", std::string(kFormBytes - 4096, 'x')},
  };
}

bool is_markup(const Reply& reply) {
  const auto type = reply.headers.value("Content-Type");
  return type.starts_with("text/html") || type.find("xml") != std::string_view::npos;
}

/// What must hold of an answer to anything.
void check_answer(const Reply& reply) {
  CHECK(reply.status < 500);
  for (const auto& header : reply.headers) {
    CHECK(is_field_value(header.value));
    CHECK(header.value.find("evil") == std::string::npos);
  }
  if (const auto to = location(reply); !to.empty()) {
    CHECK(to.starts_with("/"));
    CHECK_FALSE(to.starts_with("//"));
    CHECK(to.find('\\') == std::string::npos);
  }
  if (is_markup(reply)) CHECK(std::string_view(reply.bytes()).find(kScript) == std::string_view::npos);
}

/// A request of that form with one field, or all (npos), replaced.
web::Request filled(const AttackWorld& world, const PageForm& form, std::size_t attacked, const std::string& text) {
  auto request = world.request(Method::post, form.action);
  for (std::size_t n = 0; n < form.fields.size(); ++n) {
    const auto& field = form.fields[n];
    const bool replaced = field.name != "csrf" && (n == attacked || attacked == std::string::npos);
    if (field.kind == "file") {
      // The parser has taken folders off a file's name before a handler sees it.
      request.files.push_back(upload(replaced ? replace_all(replace_all(text, "/", "-"), "\\", "-") : "plan.md", replaced ? text : "# Plan\n"));
      request.files.back().field = field.name;
    } else {
      request.form.add(field.name, field.name == "csrf" ? world.csrf : replaced ? text : field.value);
    }
  }
  return request;
}

/// Every form that the coordinator sees on some page, once for each address.
std::vector<PageForm> all_forms(AttackWorld& world) {
  std::vector<PageForm> forms;
  std::set<std::string> seen;
  for (const auto& row : router().table().rows()) {
    if (row.method != Method::get) continue;
    for (auto& form : forms_of(world.get(world.address_of(row.pattern)).body))
      if (form.post && seen.insert(form.action).second) forms.push_back(std::move(form));
  }
  return forms;
}

/// How often the script came back as text: a test in which it never does proves nothing.
int times_shown(const Reply& reply) {
  int times = 0;
  for (auto at = reply.body.find("&lt;script&gt;alert(1)"); at != std::string::npos; at = reply.body.find("&lt;script&gt;alert(1)", at + 1)) ++times;
  return times;
}

/// Every page, in both languages, and the data beside it.
void sweep(AttackWorld& world) {
  for (const auto& row : router().table().rows()) {
    if (row.method != Method::get) continue;
    const auto address = world.address_of(row.pattern);
    CAPTURE(address);
    check_answer(world.get(address));
    check_answer(world.get("/cy" + (address == "/" ? "" : address)));
    for (const auto& suffix : split(row.options.data, ' '))
      if (!suffix.empty()) check_answer(world.get(address + "." + suffix));
  }
}

TEST_CASE("a form without its session's token is refused on every route, and nothing changes") {
  AttackWorld world;
  const auto before = world.state();
  world.csrf = std::string(64, '0');
  int tried = 0;
  for (const auto& row : router().table().rows()) {
    if (row.method != Method::post || row.permission == "public" || row.options.bearer) continue;
    CAPTURE(row.pattern);
    CHECK(world.post(world.address_of(row.pattern), {{"reason", "x"}, {"decision", "leave"}}).status == 403);
    auto bare = world.request(Method::post, world.address_of(row.pattern));
    CHECK(answer(world.app, bare).status == 403);
    ++tried;
  }
  CHECK(tried > 20);
  CHECK(world.state() == before);
}

TEST_CASE("a form that another site's page sends is refused on every route, before its body is read") {
  AttackWorld world;
  const ServerSettings settings;
  const RoutePolicyFn ask = [&](const web::Request& head) { return policy(world.app, head); };
  const Handler never = [](const web::Request&) -> Reply { throw std::logic_error("the handler was called"); };
  const Service service(settings, ask, never);
  struct Row {
    const char* name;
    std::string header;
  };
  const std::vector<Row> rows = {{"another origin", "Origin: https://evil.example\r\n"},
                                 {"no origin at all", "Origin: null\r\n"},
                                 {"what the browser says", "Sec-Fetch-Site: cross-site\r\n"},
                                 {"a sister site", "Sec-Fetch-Site: same-site\r\n"}};
  int tried = 0;
  for (const auto& row : router().table().rows()) {
    if (row.method == Method::get || row.options.other_sites_may_post) continue;
    for (const auto& from : rows) {
      CAPTURE(row.pattern);
      CAPTURE(from.name);
      const auto head = parse_head(std::string(name_of(row.method)) + " " + world.address_of(row.pattern) + " HTTP/1.1\r\nHost: plans.example.org\r\nCookie: session=" + world.token +
                                   "\r\nAuthorization: Bearer " + world.bearer + "\r\n" + from.header + "Content-Length: 4\r\n\r\n");
      REQUIRE(head);
      const auto policy = service.policy_for(*head);
      REQUIRE(policy.answer_now);
      CHECK(policy.answer_now->status == 403);
      ++tried;
    }
  }
  CHECK(tried > 80);
}

TEST_CASE("10 MB of pasted text is refused before it is read, on every route but those for files") {
  AttackWorld world;
  const ServerSettings settings;
  const RoutePolicyFn ask = [&](const web::Request& head) { return policy(world.app, head); };
  const Handler never = [](const web::Request&) -> Reply { throw std::logic_error("the handler was called"); };
  const Service service(settings, ask, never);
  for (const auto& row : router().table().rows()) {
    if (row.method == Method::get) continue;
    CAPTURE(row.pattern);
    CHECK(row.options.max_body <= kUploadBytes + kFormBytes);
    if (row.options.body == BodyKind::multipart) continue;
    const auto head = parse_head(std::string(name_of(row.method)) + " " + world.address_of(row.pattern) + " HTTP/1.1\r\nHost: plans.example.org\r\nCookie: session=" + world.token +
                                 "\r\nAuthorization: Bearer " + world.bearer + "\r\nContent-Length: 10485760\r\n\r\n");
    REQUIRE(head);
    const auto policy = service.policy_for(*head);
    REQUIRE(policy.answer_now);
    CHECK(policy.answer_now->status == 413);
  }
}

TEST_CASE("each route is shut to strangers and to who has no role for it, and open to who has") {
  for (const auto& row : router().table().rows()) {
    if (row.permission == "public" || row.options.bearer) continue;  // for tokens: api_attack_test.cc
    CAPTURE(row.pattern);
    const auto action = access::action_from(row.permission);
    AttackWorld world;
    const auto address = world.address_of(row.pattern);
    const auto ask = [&] { return row.method == Method::get ? world.get(address) : world.post(address); };

    world.sign_in_as({});
    if (action) CHECK(ask().status == 403);
    for (const auto& allowed : access::kPermissions) {
      if (!action || allowed.action != *action) continue;
      CAPTURE(word(allowed.role));
      world.sign_in_as({{allowed.role, "", ""}});
      const auto reply = ask();
      CHECK(reply.status != 403);
      CHECK(reply.status < 500);
      CHECK(location(reply) != "/sign-in");
      break;  // what each role may is the policy table's own test
    }

    world.token.clear();
    const auto before = world.state();
    const auto stranger = ask();
    CHECK((stranger.status == 403 || (stranger.status == 303 && location(stranger) == "/sign-in")));
    CHECK(world.state() == before);
  }
}

TEST_CASE("whoever looks at somebody's address is written down, on every route that shows one") {
  AttackWorld world;
  const auto newest = [&] {
    const auto entries = world.bench.workspace.access_log.list(0, 1).value();
    return entries.empty() ? std::int64_t{0} : entries.front().id;
  };
  int shown = 0;
  for (const auto& row : router().table().rows()) {
    if (row.method != Method::get) continue;
    CAPTURE(row.pattern);
    const auto before = newest();
    if (!says(world.get(world.address_of(row.pattern)), "people@exampleshire.example")) continue;
    CHECK(newest() > before);
    ++shown;
  }
  CHECK(shown >= 4);  // the directory, its person, the letters and one of them
}

TEST_CASE("whatever is typed into any field of any form comes back as text, or not at all") {
  AttackWorld seen;
  const auto forms = all_forms(seen);
  CHECK(forms.size() > 10);
  int shown = 0;
  for (const auto& attack : attacks())
    for (const auto& form : forms) {
      AttackWorld world;  // each form in a world that no other has changed; chance repeats, so that its address is the same
      CAPTURE(attack.name);
      CAPTURE(form.action);
      const bool long_one = attack.text.size() > 4096;  // once for all fields: each is kept in the history of the import
      for (std::size_t field = 0; !long_one && field < form.fields.size(); ++field) {
        const auto reply = answer(world.app, filled(world, form, field, attack.text));
        check_answer(reply);
        shown += times_shown(reply);
      }
      check_answer(answer(world.app, filled(world, form, std::string::npos, attack.text)));
      for (const auto& page : {std::string("/"), std::string("/desk"), "/plans/" + world.slug + "/items/" + world.item}) check_answer(world.get(page));
    }
  CHECK(shown > 10);
}

TEST_CASE("every route that takes a form takes every name that any form has, and stands") {
  AttackWorld seen;
  std::set<std::string> names = {"email", "password", "code", "current", "chosen", "session", "account"};  // of pages for people in the directory
  for (const auto& form : all_forms(seen))
    for (const auto& field : form.fields)
      if (field.name != "csrf") names.insert(field.name);
  for (const auto& attack : attacks()) {
    AttackWorld world;
    for (const auto& row : router().table().rows()) {
      if (row.method != Method::post) continue;
      CAPTURE(attack.name);
      CAPTURE(row.pattern);
      std::vector<Field> fields;
      for (const auto& name : names) fields.push_back({name, attack.text});
      check_answer(world.post(world.address_of(row.pattern), fields));
      world.sign_in();
    }
  }
}

TEST_CASE("after every form was attacked, no page and no file of data is unsafe, and the chain holds") {
  test::Folder folder;
  const auto data = folder.path() / "data";
  {
    AttackWorld world(data);
    for (const auto& attack : attacks())
      for (const auto& form : all_forms(world)) static_cast<void>(answer(world.app, filled(world, form, std::string::npos, attack.text)));
    world.sign_in();
    sweep(world);
    CHECK(world.bench.workspace.ledger.verify()->fault.empty());
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    CAPTURE(entry.path().string());
    CHECK((entry.path() == data || entry.path().filename().string().starts_with("makegood.db") || entry.path().string().starts_with((data / "").string())));
  }
  CHECK_FALSE(fs::exists("/tmp/evil"));
}

TEST_CASE("whatever stands in an address in a parameter's place is refused or comes back as text") {
  AttackWorld world;
  const std::vector<Attack> inputs = {
      {"a folder up", "..%2f..%2f..%2fetc%2fpasswd"},
      {"a folder up, plainly", "../../../etc/passwd"},
      {"a folder up, twice encoded", "%252e%252e%252fetc%252fpasswd"},
      {"the end of a string", "x%00"},
      {"quotes and a script", "%22%27%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E"},
      {"SQL", "x%27%20OR%20%271%27%3D%271"},
      {"a new line", "x%0d%0aSet-Cookie:%20session=evil"},
      {"another site", "%2f%2fevil.example"},
      {"much", std::string(3000, 'x')},
      {"bytes that are no text", "%ff%fe"},
  };
  const auto before = world.state();
  for (const auto& row : router().table().rows()) {
    if (row.pattern.find('{') == std::string_view::npos) continue;
    for (const auto& input : inputs) {
      CAPTURE(row.pattern);
      CAPTURE(input.name);
      const auto target = parse_target(world.address_of(row.pattern, input.text));
      if (!target) {
        CHECK(target.error().status == 400);
        continue;
      }
      auto request = world.request(row.method, "/");
      request.target = *target;
      if (row.method == Method::post) request.form.add("csrf", world.csrf);
      const auto reply = answer(world.app, request);
      check_answer(reply);
      CHECK(std::string_view(reply.bytes()).find("root:") == std::string_view::npos);
    }
  }
  CHECK(world.state() == before);
}

TEST_CASE("whatever is asked in a query comes back as text") {
  AttackWorld world;
  for (const auto& row : router().table().rows()) {
    if (row.method != Method::get) continue;
    CAPTURE(row.pattern);
    std::set<std::string> names = {"q", "page", "sort", "before", "show", "status", "owner", "theme"};
    for (const auto& form : forms_of(world.get(world.address_of(row.pattern)).body))
      for (const auto& field : form.fields) names.insert(field.name);
    for (const auto& attack : attacks()) {
      if (attack.text.size() > 4096) continue;  // the head of a request holds no more
      std::string query;
      for (const auto& name : names) query += (query.empty() ? "?" : "&") + html::percent_encoded(name) + "=" + html::percent_encoded(attack.text);
      const auto target = parse_target(world.address_of(row.pattern) + query);
      if (!target) continue;
      auto request = world.request(Method::get, "/");
      request.target = *target;
      check_answer(answer(world.app, request));
    }
  }
}

}  // namespace attack_test
