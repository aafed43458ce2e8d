#pragma once
// A committee's paper while it is written: numbered headings, paragraphs, bullets and tables, in one language.
// For this module only. Each section of the report is one function of a file of its own.

#include "report/committee.h"

namespace makegood {

using Cells = std::vector<std::string>;

class Paper {
 public:
  Paper(const CommitteeReport& about, const Words& in) : report(about), words(in) {}

  const CommitteeReport& report;
  const Words& words;

  void section(std::string_view key) { add(heading(2, std::to_string(++sections_) + ". " + words(key))); }
  void appendix(std::string_view key) { add(heading(2, words(key))); }
  void part(std::string_view key) { add(heading(3, words(key))); }
  void say(std::string_view key, Arguments arguments = {}) { add(paragraph(words(key, arguments))); }
  void bullet(std::string_view key, Arguments arguments = {}) { add(list_item("•", words(key, arguments))); }
  /// The first row is the header.
  void rows(std::vector<Cells> rows) { add(table(rows)); }
  [[nodiscard]] Cells header(std::initializer_list<std::string_view> keys) const;

  void add(Block block) { document_.blocks.push_back(std::move(block)); }
  [[nodiscard]] Document& document() { return document_; }

 private:
  Document document_;
  int sections_ = 0;
};

[[nodiscard]] std::string claim_words(const Words& words, Claim claim);
/// "Partly evidenced"; "Evidenced, before this claim was made".
[[nodiscard]] std::string found_words(const Words& words, const ReportItem& item);
/// "Late by 12 days", "Due soon", "No date".
[[nodiscard]] std::string calendar_words(const Words& words, const ReportItem& item);
/// The day in words, or the word for none.
[[nodiscard]] std::string day_words(const Words& words, const std::optional<Day>& day);
/// "1 April to 30 June 2023", "everything up to 30 June 2024".
[[nodiscard]] std::string period_words(const ReportPeriod& period, const Words& words);
/// "six-monthly report"
[[nodiscard]] std::string kind_words(ReportKind kind, const Words& words);
/// The reference, or what stands for one that is not there.
[[nodiscard]] std::string label_of(const ReportItem& item);
/// "1.5 Publish the pay gap": at most a line.
[[nodiscard]] std::string named(const CommitteeReport& report, const ItemId& id);
[[nodiscard]] std::string joined(const std::vector<std::string>& names);
/// Its owners as the plan names them, each with who has taken over since: "Head of Housing, Old Council (now Head of
/// Housing, New Council)".
[[nodiscard]] std::string owners_of(const Paper& paper, const ReportItem& item);
/// Who said nothing, and whether it has ended since.
[[nodiscard]] std::string silent_words(const Paper& paper, const Silence& silence);

/// The columns and rows of the appendix; the workbook has them too.
[[nodiscard]] Cells appendix_header(const Paper& paper);
[[nodiscard]] Cells appendix_row(const Paper& paper, const ReportItem& item);

/// The columns and rows of the indicators.
[[nodiscard]] Cells indicator_header(const Paper& paper);
[[nodiscard]] Cells indicator_row(const Paper& paper, const ReportIndicator& indicator);

// The sections, in the order in which they stand.
void add_purpose(Paper& paper);
void add_summary(Paper& paper);
void add_delivered(Paper& paper);
void add_slipped(Paper& paper);
void add_silent(Paper& paper);
void add_owners_words(Paper& paper);
void add_challenges(Paper& paper);
void add_disagreements(Paper& paper);
void add_effects(Paper& paper);
void add_indicators(Paper& paper);
void add_duty(Paper& paper);
void add_numbers(Paper& paper);
void add_appendices(Paper& paper);

}  // namespace makegood
