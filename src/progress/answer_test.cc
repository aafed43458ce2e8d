#include "progress/answer.h"

#include <doctest/doctest.h>

#include "progress/media.h"

using namespace makegood;
using namespace std::string_view_literals;

namespace answer_test {

Day day(const char* iso) { return Day::parse(iso).value(); }

Update claims(Claim claim) {
  Update update;
  update.claim = claim;
  return update;
}

using Faults = std::vector<AnswerFault>;

TEST_CASE("what must be put right before an answer is sent") {
  struct Row {
    const char* name;
    void (*say)(Update&);
    Faults faults;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"nothing at all", [](Update&) {}, {{"claim", "choose"}}},
           {"no change is enough", [](Update& u) { u.no_change = true; }, {}},
           {"nothing to report is enough", [](Update& u) { u.nil_return = true; }, {}},
           {"a claim is enough", [](Update& u) { u.claim = Claim::on_track; }, {}},
           {"no change and a claim", [](Update& u) { u.no_change = true, u.claim = Claim::complete; }, {{"claim", "one_answer"}}},
           {"dropped without a reason", [](Update& u) { u.claim = Claim::dropped, u.claim_reason = " \n"; }, {{"reason", "reason"}}},
           {"paused with a reason", [](Update& u) { u.claim = Claim::paused, u.claim_reason = "No staff"; }, {}},
           {"a new date without a reason", [](Update& u) { u.claim = Claim::at_risk, u.forecast = day("2024-03-31"); }, {{"because", "because"}}},
           {"the date that it has needs no reason", [](Update& u) { u.claim = Claim::on_track, u.forecast = day("2023-12-31"); }, {}},
           {"20,000 letters, two bytes each", [](Update& u) { u.no_change = true; for (int i = 0; i < 20'000; ++i) u.narrative += "ŵ"; }, {}},
           {"one letter more", [](Update& u) { u.no_change = true; u.narrative.assign(20'001, 'x'); }, {{"narrative", "long"}}},
           {"too much evidence", [](Update& u) { u.no_change = true; u.evidence.resize(21); }, {{"evidence", "many"}}},
           {"two things at once", [](Update& u) { u.narrative.assign(20'001, 'x'); }, {{"claim", "choose"}, {"narrative", "long"}}},
       }) {
    CAPTURE(row.name);
    Update update = claims(Claim::not_yet_reported);
    row.say(update);
    CHECK(faults_of(update, day("2023-12-31")) == row.faults);
  }
}

TEST_CASE("what must be put right about evidence") {
  struct Row {
    const char* name;
    Evidence evidence;
    Faults faults;
  };
  const auto of = [](EvidenceKind kind, std::string text, std::string url = {}, std::string source = {}) {
    Evidence evidence;
    evidence.kind = kind;
    evidence.text = std::move(text);
    evidence.url = std::move(url);
    evidence.source = std::move(source);
    return evidence;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"a link", of(EvidenceKind::link, "", "https://aberllyn.example/minutes"), {}},
           {"a link without its beginning", of(EvidenceKind::link, "", "aberllyn.example"), {{"link", "link"}}},
           {"a link that would run", of(EvidenceKind::link, "", "javascript:run"), {{"link", "link"}}},
           {"a link with a quote in it", of(EvidenceKind::link, "", "https://a.example/\"x"), {{"link", "link"}}},
           {"a figure", of(EvidenceKind::figure, "47 per cent", "", "Staff survey 2023"), {}},
           {"a figure from nowhere", of(EvidenceKind::figure, "47 per cent"), {{"source", "source"}}},
           {"a source without a figure", of(EvidenceKind::figure, " ", "", "Staff survey 2023"), {{"figure", "empty"}}},
           {"a quotation", of(EvidenceKind::quotation, "It helped me."), {}},
           {"an empty quotation", of(EvidenceKind::quotation, ""), {{"quotation", "empty"}}},
           {"a file needs no words", of(EvidenceKind::file, ""), {}},
       }) {
    CAPTURE(row.name);
    CHECK(faults_of(row.evidence) == row.faults);
  }
}

TEST_CASE("what a file is, by its bytes") {
  struct Row {
    const char* name;
    std::string_view bytes, media, suffix;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"nothing", "", "application/octet-stream", "bin"},
           {"PDF", "%PDF-1.7\n%..."sv, "application/pdf", "pdf"},
           {"PNG", "\x89PNG\r\n\x1a\n\0\0"sv, "image/png", "png"},
           {"JPEG", "\xFF\xD8\xFF\xE0"sv, "image/jpeg", "jpg"},
           {"Word", "PK\x03\x04\x14\0....word/document.xml"sv, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
           {"Excel", "PK\x03\x04\x14\0....xl/workbook.xml"sv, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
           {"an OpenDocument sheet", "PK\x03\x04\x14\0....mimetypeapplication/vnd.oasis.opendocument.spreadsheet"sv,
            "application/vnd.oasis.opendocument.spreadsheet", "ods"},
           {"another archive", "PK\x03\x04\x14\0....setup.exe"sv, "application/octet-stream", "bin"},
           {"a table", "year,share\n2023,47\n"sv, "text/csv", "csv"},
           {"prose with commas", "We met, twice.\nThen, again, we met.\n"sv, "text/plain", "txt"},
           {"a page is text, and is not opened as a page", "<html><script>run()</script></html>"sv, "text/plain", "txt"},
           {"a program", "MZ\x90\0\x03"sv, "application/octet-stream", "bin"},
           {"text with a zero in it", "abc\0def"sv, "application/octet-stream", "bin"},
           {"bytes that are no UTF-8", "caf\xE9"sv, "application/octet-stream", "bin"},
       }) {
    CAPTURE(row.name);
    CHECK(media_of(row.bytes) == row.media);
    CHECK(suffix_of(row.media) == row.suffix);
  }
}

}  // namespace answer_test
