#pragma once
// What would this file do to the register? Nothing is written before somebody has said yes to what is shown here.
//
//   GET  /registers/NAME/import                 asks for the file (POST: file, organisation; multipart)
//   GET  /registers/NAME/import/FILE            what it would do: page (of its faults), organisation
//   GET  /registers/NAME/import/FILE/faults     every fault as CSV: organisation
//   POST /registers/NAME/import/FILE/accept     digest, decision = all or without_faulty, organisation
//   POST /registers/NAME/import/FILE/cancel     nothing
//   GET  /registers/NAME/template.xlsx, .csv    an empty file to fill in

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pages/pieces.h"
#include "registers/registers.h"

namespace makegood::pages {

[[nodiscard]] Url register_import_url(std::string_view register_name);
[[nodiscard]] Url waiting_file_url(std::string_view register_name, std::string_view file);
[[nodiscard]] Url template_url(std::string_view register_name);  ///< without its suffix

struct RegisterImportPage {
  const Definition* definition = nullptr;
  std::string refusal;
  std::vector<std::pair<std::string, std::string>> organisations = {};  ///< id and name of those whose file it may be; fewer than two = not asked
  std::string organisation = {};                                        ///< as chosen
};
[[nodiscard]] Html register_import_page(const RegisterImportPage& page, const Site& site);

struct FaultLine {
  std::size_t row = 0;
  std::string column, reason;
};
inline constexpr std::size_t kFaultsAPage = 200;

struct WaitingFilePage {
  const Definition* definition = nullptr;
  std::string id, name, digest;
  std::size_t rows = 0;
  int fresh = 0, changed = 0, unchanged = 0, faulty = 0;
  std::size_t faults = 0;                 ///< all of them
  std::vector<FaultLine> shown;           ///< those of this page
  int page = 1;
  std::vector<std::pair<std::string, std::string>> columns;  ///< heading, field's name
  std::vector<std::string> unknown;       ///< headings that nothing takes
  std::map<std::string, std::map<std::string, int>> unmapped;  ///< by field's title: value, how often
  std::map<std::string, std::map<std::string, int>> unknown_organisations;  ///< the same: names that the directory does not have
  std::map<std::string, int> not_asked;   ///< by field's title: answers that stay out
  bool accepted = false;                  ///< the numbers say what was done
  std::string refusal;
  std::string organisation = {}, organisation_name = {};  ///< whose it is, where the file does not say; empty = nobody was named
};
[[nodiscard]] Html waiting_file_page(const WaitingFilePage& page, const Site& site);

}  // namespace makegood::pages
