#pragma once
// A directory as a sheet: one row says who holds a post.
//
//   post             | person | email                    | organisation    | language
//   Head of Housing  | ...    | housing@aberllyn.example | Aberllyn Council| en
//   Youth Lead       |        |                          | Aberllyn Council|            <- the post is vacant
//
// Columns may stand in any order and letter case and be called by other usual names. Only `post` has to
// be there. A person is known by their address; without one, by their name within the organisation. Where
// only an address is given, letters go to that mailbox and nobody is named.
//
// The sheet speaks of the posts in it and of today: who held one of these posts and does not stand beside
// it ends the day before, two rows with one post are two holders, posts that it does not mention are left as they are.
// What is there and stands in the sheet alike is not changed, so that reading it again changes nothing.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"

namespace makegood {

struct SheetRow {
  std::size_t number = 0;  ///< as a spreadsheet counts: the header is row 1
  std::vector<std::string> cells;
};
struct DirectorySheet {
  std::vector<std::string> header;
  std::vector<SheetRow> rows;
};

inline constexpr std::size_t kMostDirectoryRows = 5'000;
inline constexpr std::size_t kLongestDirectoryCell = 200;  ///< characters

/// The nouns as they are to be kept, in this order; a holding that ends before one that begins.
struct DirectoryChange {
  std::vector<Organisation> organisations;
  std::vector<Post> posts;
  std::vector<Person> people;
  std::vector<Holding> holdings;
  Findings findings;  ///< column_not_used
  [[nodiscard]] bool empty() const { return organisations.empty() && posts.empty() && people.empty() && holdings.empty(); }
};

/// Either faults or a change: where a row is at fault, nothing is brought in.
struct DirectoryReading {
  DirectoryChange change;
  std::vector<Refusal> faults;  ///< each with its place: "row 4, column \"email\""
};

/// What the sheet asks to be changed in the directory.
/// Faults: no column `post`, two columns for one thing, more than kMostDirectoryRows; in a row: a number of
/// cells other than the header's, a cell that is too long, no post, what is no address, an address of
/// somebody with another name, a language that letters do not come in, a post that is both vacant and held,
/// a post without organisation where several have its title.
[[nodiscard]] DirectoryReading read_directory_sheet(const DirectorySheet& sheet, const Directory& directory, Day today, const RandomBits& random);

/// What the columns are called here, and what else they may be called.
struct DirectoryColumn {
  std::string_view name;
  std::string_view also_called;  ///< separated by "|"
};
inline constexpr auto kDirectoryColumns = std::to_array<DirectoryColumn>({
    {"post", "post title|job title|title|role|owner|swydd"},
    {"person", "name|full name|holder|post holder|officer|person name|enw"},
    {"email", "e mail|email address|e mail address|mail|ebost|e bost"},
    {"organisation", "organization|body|partner|employer|authority|sefydliad"},
    {"language", "preferred language|lang|iaith"},
});

}  // namespace makegood
