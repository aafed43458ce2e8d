#pragma once
// Whom a paper goes to: the members of a group on a day, and posts that are asked besides; and how each is reached.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/letter.h"
#include "tasks/papers.h"

namespace makegood::tasks {

struct PaperRecipient {
  Answers who;                ///< the answers that say who they are: a member's number or a post, and an organisation
  std::string organisation;   ///< whose record it is
  std::string to, to_name;    ///< an address, if there is one, and a member's number or a post: never a person's name
  Language language = Language::en;
};

class PaperRecipients {
 public:
  /// `papers` must outlive it. Refuses as the directory's repository does.
  [[nodiscard]] static Result<PaperRecipients> on(const Workspace& workspace, const PapersRegister& papers, Day day);

  /// Each once, however many terms they have that day.
  [[nodiscard]] Result<std::vector<PaperRecipient>> members(std::string_view group) const;
  /// Posts by id or title, each once. Refuses one that is not the title of a single post -> invalid_input.
  [[nodiscard]] Result<std::vector<PaperRecipient>> posts(const std::vector<std::string>& written) const;
  /// Whoever a record asked, as they are reached on the day; without an address where they are no member any more.
  [[nodiscard]] Result<PaperRecipient> of_record(const Record& record) const;

 private:
  PaperRecipients(const Workspace& w, const PapersRegister& papers, Day day, std::shared_ptr<const Directory> directory)
      : w_(&w), papers_(&papers), day_(day), directory_(std::move(directory)) {}
  [[nodiscard]] PaperRecipient member(const Record& record) const;
  [[nodiscard]] PaperRecipient post(const PostId& id) const;

  const Workspace* w_;
  const PapersRegister* papers_;
  Day day_;
  std::shared_ptr<const Directory> directory_;
};

}  // namespace makegood::tasks
