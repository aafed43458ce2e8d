#include "formats/formats.h"

#include <doctest/doctest.h>

#include "formats/dump.h"

using namespace makegood;

namespace {

std::string read(std::string_view bytes, std::string_view name = "plan") {
  const auto document = read_document(bytes, name);
  return document ? document->format + "\n" + formats::dump(document->blocks) : "refused: " + document.error().message;
}

}  // namespace

TEST_CASE("markdown with HTML in the cells of its tables") {
  CHECK(read("# Plan\n\nIntro *all* of it.\n\n*Only this*\n\n"
             "| Ref | Action |\n|--|--|\n|  <p>1.1</p> | <p>Do &amp; be</p> <ul style=\"x\"> \xE2\x9E\xA4 One \xE2\x9E\xA4 Two |\n| 1.2 |\n") ==
        "markdown\nh1 Plan\np Intro all of it.\np <i>Only this\ntable\nhead | Ref | Action\n"
        "row | 1.1 | p Do & be / li \xE2\x9E\xA4 One / li \xE2\x9E\xA4 Two\nrow | 1.2 |\n");
}
