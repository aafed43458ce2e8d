// Whatever stands in a sheet: either faults, each with one line, or a change after which the same sheet
// changes nothing, whose holdings are of posts and people that are there, and whose addresses are addresses.
// The sheet comes as lines of cells parted by tabs; how files become cells is the matter of formats.
#include <cstdint>
#include <cstdlib>

#include "people/directory_file.h"
#include "people/fixture.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

DirectorySheet sheet(std::string_view text) {
  DirectorySheet read;
  std::size_t number = 0;
  for (const auto& line : split(text, '\n')) {
    auto cells = split(line, '\t');
    if (++number == 1) read.header = std::move(cells);
    else read.rows.push_back({number, std::move(cells)});
  }
  return read;
}

void check_directory(const Directory& directory) {
  for (const auto& holding : directory.holdings) {
    must(find_post(directory, holding.post) != nullptr);
    must(find_person(directory, holding.person) != nullptr);
  }
  for (const auto& person : directory.people) must(person.email.empty() || is_email(person.email));
  for (const auto& post : directory.posts) must(!post.title.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = valid_utf8({reinterpret_cast<const char*>(data), size});
  const auto given = sheet(text);
  const auto today = Day::first_of_month(2023, 7);
  const auto random = people_fixture::counting();
  auto directory = people_fixture::aberllyn();
  const auto read = read_directory_sheet(given, directory, today, random);
  for (const auto& fault : read.faults) must(!fault.message.empty() && fault.line().find('\n') == std::string::npos);
  must(read.faults.empty() || read.change.empty());
  for (const auto& noun : read.change.organisations) keep(directory, noun);
  for (const auto& noun : read.change.posts) keep(directory, noun);
  for (const auto& noun : read.change.people) keep(directory, noun);
  for (const auto& noun : read.change.holdings) keep(directory, noun);
  check_directory(directory);
  if (read.faults.empty()) must(read_directory_sheet(given, directory, today, random).change.empty());
  return 0;
}
