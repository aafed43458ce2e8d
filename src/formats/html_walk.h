#pragma once
// The walk over a parsed page that gathers its blocks. Internal to the HTML reader.

#include <gumbo.h>

#include <string>
#include <vector>

#include "formats/html.h"
#include "formats/runs.h"

namespace makegood::formats {

class HtmlWalk {
 public:
  HtmlWalk(HtmlContent& content, LineSource lines, int first_line)
      : content_(content), lines_(lines), first_line_(first_line), out_(&content.blocks) {}

  void document(const GumboNode* root);

 private:
  // What is inherited on the way down; restored on the way up.
  struct Context {
    Emphasis emphasis;
    bool keep_breaks = false;   // pre
    bool in_article = false;    // its header and footer belong to the text
    bool loose_list = false;    // directly inside ul or ol, outside any li
    int heading = 0;
    int list_depth = 0;
    int list_number = 0;        // of the next li of the nearest ol; 0 = bullets
    char list_type = '1';
  };

  void children(const GumboNode* node);
  void node(const GumboNode* node);
  void element(const GumboNode* node);
  void block_element(const GumboNode* node);
  void inline_element(const GumboNode* node);
  void link(const GumboNode* node);
  void list(const GumboNode* node);
  void items(const GumboNode* list);
  void list_entry(const GumboNode* node);
  void text(std::string_view text);
  void loose_text(std::string_view text);
  void begin_loose_item(std::string marker);
  void flush();
  void see_line(const GumboNode* node);
  [[nodiscard]] int line_of(const GumboNode* node) const;
  [[nodiscard]] bool is_left_out(const GumboNode* node);

  void table(const GumboNode* node);
  void table_part(const GumboNode* node, bool head);
  void table_row(const GumboNode* node, bool head);
  void table_cell(const GumboNode* node, Row& row);
  struct OpenTable;

  HtmlContent& content_;
  LineSource lines_;
  int first_line_;
  std::vector<Block>* out_;
  Context context_;
  Runs runs_;
  std::string pending_marker_;   // of the list item whose first words are awaited
  std::string last_loose_marker_;
  OpenTable* table_ = nullptr;
  int line_ = 0;                 // of the element being read
  int runs_line_ = 0;            // where the running text began
  bool pictures_found_ = false, hidden_found_ = false, deleted_found_ = false;
};

[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
[[nodiscard]] int number_attribute(const GumboNode* node, const char* name, int otherwise);

}  // namespace makegood::formats
