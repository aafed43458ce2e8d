#pragma once
// Facts in rows: summary list, table, task list.

#include "html/components/content.h"

namespace makegood::html::govuk {

struct SummaryAction {
  Url href;
  Content text;
  Content visually_hidden_text;  ///< what is changed: " name"
  std::string classes;
  Attributes attributes;
};

struct SummaryCell {
  Content text;
  std::string classes;
};

struct SummaryRow {
  SummaryCell key;
  SummaryCell value;
  std::vector<SummaryAction> actions;
  std::string actions_classes;
  std::string classes;
};

struct SummaryCard {
  Content title;
  int heading_level = 2;
  std::string title_classes;
  std::vector<SummaryAction> actions;
  std::string actions_classes;
  std::string classes;
  Attributes attributes;
};

struct SummaryListParams {
  std::vector<SummaryRow> rows;
  std::optional<SummaryCard> card;
  std::string classes;  ///< govuk-summary-list--no-border
  Attributes attributes;
};
[[nodiscard]] Html summary_list(const SummaryListParams& params);

struct TableCell {
  Content text;
  std::string format;  ///< "numeric", or empty
  int colspan = 0;
  int rowspan = 0;
  std::string classes;
  Attributes attributes;
};

struct TableParams {
  Content caption;
  std::string caption_classes;
  std::vector<TableCell> head;
  std::vector<std::vector<TableCell>> rows;
  bool first_cell_is_header = false;
  std::string classes;
  Attributes attributes;
};
/// Wide tables: put it in div(cls("mg-scroll"), attr("tabindex", 0), attr("role", "region"), ...).
[[nodiscard]] Html table(const TableParams& params);

struct TaskListItem {
  Content title;
  Url href;
  Content hint;
  TagParams status_tag;  ///< a tag, or
  Content status;        ///< plain text
  std::string title_classes;
  std::string status_classes;
  std::string classes;
};

struct TaskListParams {
  std::vector<TaskListItem> items;
  std::string id_prefix = "task-list";
  std::string classes;
  Attributes attributes;
};
[[nodiscard]] Html task_list(const TaskListParams& params);

}  // namespace makegood::html::govuk
