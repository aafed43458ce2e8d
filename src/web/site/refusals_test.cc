// What is refused speaks the language of the page on which it is refused, wherever it was refused.
#include "web/site/attack_world.h"

using namespace makegood;
using namespace makegood::web;

namespace refusals_test {

struct Refused : AttackWorld {
  Reply send(std::string_view path, const std::vector<Field>& fields, std::string_view file) {
    const auto at = address_of(path);
    if (file.empty()) return post(at, fields);
    auto made = request(Method::post, at);
    made.form.add("csrf", csrf);
    for (const auto& field : fields) made.form.add(field.name, field.value);
    made.files.push_back(upload("plan.docx", file));
    return answer(app, made);
  }
};

TEST_CASE("a refusal speaks the page's language") {
  struct Row {
    const char* name;
    const char* path;
    std::vector<Field> fields;
    int status;
    const char* english;
    const char* welsh;
    std::string file = {};
  };
  const std::vector<Row> rows = {
      {"a wrong password", "/sign-in/password", {{"email", "people@exampleshire.example"}, {"password", "not the right one"}}, 403,
       "The e-mail address or the password is not right</", "Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir</"},
      {"no e-mail address", "/plans/{slug}/follow", {{"about", "plan"}, {"email", "resident"}}, 422,
       "Enter an e-mail address such as name@example.org</", "Rhowch gyfeiriad e-bost fel enw@example.org</"},
      {"a date that cannot be read", "/desk/cycle/{slug}/schedule", {{"frequency", "named-dates"}, {"dates", "some day"}, {"open_days", "28"}}, 422,
       "&quot;some day&quot; is not one day: write it as 15 December 2023</", "Nid yw &quot;some day&quot; yn un diwrnod: ysgrifennwch ef fel 15 December 2023</"},
      {"what is so already", "/desk/plans/{slug}/release", {}, 409,
       "The public sees this plan as it stands already", "Mae’r cyhoedd yn gweld y cynllun hwn fel y mae eisoes"},
      {"nothing chosen", "/desk/import", {}, 422, "Choose the document to read</", "Dewiswch y ddogfen i’w darllen</"},
      {"an empty file", "/desk/import", {}, 422, "The file has nothing in it but spaces.</", "Nid oes dim yn y ffeil ond bylchau.</", "  "},
      {"a file of another kind", "/desk/import", {}, 422, "This is a compressed archive; unpack it and send the document in it.</",
       "Archif gywasgedig yw hon; dadbaciwch hi ac anfonwch y ddogfen sydd ynddi.</", "\x1F\x8B\x08 and more"},
      {"a letter without a promise", "/desk/import", {}, 422, "No recommendation, action or commitment was found in this document</",
       "Ni chafwyd hyd i argymhelliad, gweithred nac ymrwymiad yn y ddogfen hon</", "Just a letter without any promise."},
      {"no day of an objection", "/desk/registers/{register}/records/{record}/protection/objection", {}, 422,
       "Enter the day of the objection</", "Rhowch ddiwrnod y gwrthwynebiad</"},
      {"what somebody else changed first", "/desk/registers/{register}/records/{record}/protection/hold", {{"reason", "A court asks for it"}}, 409,
       "Somebody wrote something about this record first: look at it again</", "Ysgrifennodd rhywun rywbeth am y cofnod hwn yn gyntaf: edrychwch arno eto</"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    Refused world;
    const auto in_english = world.send(row.path, row.fields, row.file), in_welsh = world.send("/cy" + std::string(row.path), row.fields, row.file);
    CHECK(in_english.status == row.status);
    CHECK(in_welsh.status == row.status);
    CHECK_MESSAGE(says(in_english, row.english), in_english.body);
    CHECK_MESSAGE(says(in_welsh, row.welsh), in_welsh.body);
    CHECK_FALSE(says(in_welsh, row.english));
  }
}

TEST_CASE("what somebody may not do is one whole sentence in the page's language") {
  Refused world;
  world.sign_in_as({{access::Role::owner, "", ""}});
  const auto english = world.post("/desk/plans/" + world.slug + "/release"), welsh = world.post("/cy/desk/plans/" + world.slug + "/release");
  CHECK(english.status == 403);
  CHECK(welsh.status == 403);
  CHECK_FALSE(says(welsh, "lang=\"en\">You"));
  const auto who = visit(world.app, world.request(Method::get, "/cy/plans"));
  const auto page = refusal_page(who, access::require({}, access::Action::release).error());
  CHECK(page.status == 403);
  CHECK(says(page, "<p class=\"govuk-body-l\" lang=\"cy\">Nid oes gennych ganiatâd i gyhoeddi cynllun neu ei dynnu’n ôl.</p>"));
}

TEST_CASE("what is refused before it is read is said in the language of its address") {
  Visitor visitor;
  const std::string too_large = "That is more than the 256 KB that this address takes.";
  const auto sent_to = [&](std::string_view path, std::string_view accepts = {}) {
    auto request = visitor.request(Method::post, path);
    if (!accepts.empty()) request.headers.set("Accept-Language", std::string(accepts));
    return error_page(visitor.app, {413, too_large, {}, &request});
  };
  CHECK(says(sent_to("/desk/import"), "lang=\"en\">" + too_large + "</p>"));
  CHECK(says(sent_to("/cy/desk/import"), "lang=\"cy\">Mae hynny’n fwy na’r 256 KB y mae’r cyfeiriad hwn yn eu derbyn.</p>"));
  CHECK(says(sent_to("/api/v1/registers/incidents/records"), too_large));
  const auto problem = sent_to("/api/v1/registers/incidents/records", "cy");
  CHECK(says(problem, "Mae hynny’n fwy na’r 256 KB y mae’r cyfeiriad hwn yn eu derbyn."));
  CHECK(problem.headers.value("Content-Language") == "cy");
}

}  // namespace refusals_test
