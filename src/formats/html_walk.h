#pragma once
// The walk over a parsed page that gathers its blocks. Internal to the HTML reader.

#include <gumbo.h>

#include <string>
#include <vector>

#include "formats/html.h"
#include "formats/html_page.h"
#include "formats/html_tags.h"
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
    bool in_opener = false;     // of a part that is folded away
    int heading = 0;
    int list_depth = 0;
    int list_number = 0;        // of the next li of the nearest ol; 0 = bullets
    char list_type = '1';
  };

  void children(const GumboNode* node);
  void node(const GumboNode* node);
  void element(const GumboNode* node);
  void known_element(const GumboNode* node);
  void block_element(const GumboNode* node);
  void link(const GumboNode* node);
  void raised(const GumboNode* node);
  void list(const GumboNode* node);
  void list_entry(const GumboNode* node);
  void text(std::string_view text);
  void loose_text(std::string_view text);
  void begin_loose_item(std::string marker);
  void flush();
  void see_line(const GumboNode* node);
  [[nodiscard]] int line_of(const GumboNode* node) const;
  [[nodiscard]] bool is_left_out(const GumboNode* node);
  [[nodiscard]] bool is_hidden(const GumboNode* node);
  [[nodiscard]] bool is_button_left_out(const GumboNode* node) const;

  // Parts that are folded away, and their headings.
  [[nodiscard]] int section_level() const;
  void opener(const GumboNode* node);
  void summary(const GumboNode* node);
  [[nodiscard]] bool begin_panel(const GumboNode* node);

  // What dt and dd say: "Owner: Head of Housing".
  void definitions(const GumboNode* node);
  void term(const GumboNode* node);
  void meaning(const GumboNode* node);
  void end_definition();
  [[nodiscard]] std::vector<Block> blocks_of(const GumboNode* node);

  void word_list_item(const GumboNode* node);

  void table(const GumboNode* node);
  void unwrap(const GumboNode* part);
  void table_part(const GumboNode* node, bool head);
  void table_row(const GumboNode* node, bool head);
  void table_cell(const GumboNode* node, Row& row);
  struct OpenTable;

  // A term and what has been read of its meaning.
  struct Definition {
    Block term;
    std::vector<Block> meaning;
  };

  HtmlContent& content_;
  LineSource lines_;
  int first_line_;
  std::vector<Block>* out_;
  Context context_;
  Runs runs_;
  std::string pending_marker_;   // of the list item whose first words are awaited
  std::string last_loose_marker_;
  HtmlPage* page_ = nullptr;
  OpenTable* table_ = nullptr;
  Definition* definition_ = nullptr;
  int last_heading_ = 1;         // of the headings of the text; folded parts' own are not counted
  int line_ = 0;                 // of the element being read
  int runs_line_ = 0;            // where the running text began
  bool pictures_found_ = false, hidden_found_ = false, deleted_found_ = false, furniture_found_ = false;
};

/// A table that only places what is in it on the page: its cells are read as running text.
[[nodiscard]] bool is_layout_table(const GumboNode* table);

/// The level of a list item as Word exports it ("mso-list:l0 level2 lfo1"), from 1; 0 = none.
[[nodiscard]] int word_list_level(const GumboNode* node);
/// The marker of such an item, in a span of its own.
[[nodiscard]] bool is_word_marker(const GumboNode* node);

}  // namespace makegood::formats
