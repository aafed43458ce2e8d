#pragma once
// Letters as files: one .eml a letter, named after its Message-ID, written exactly once.

#include <filesystem>

#include "mail/message.h"
#include "tasks/sending.h"

namespace makegood::mail {

class FolderMailer final : public tasks::Mailer {
 public:
  /// The folder is made when it is first needed, for its owner's eyes only.
  FolderMailer(std::filesystem::path folder, tasks::Letterhead letterhead)
      : folder_(std::move(folder)), letterhead_(std::move(letterhead)) {}

  /// Written beside, brought to the disk and renamed; a file that is there is not written again.
  [[nodiscard]] tasks::Handover send(const tasks::PostedLetter& letter) override;
  [[nodiscard]] Result<tasks::SentWords> read_sent(std::string_view id) override;

 private:
  std::filesystem::path folder_;
  tasks::Letterhead letterhead_;
};

}  // namespace makegood::mail
