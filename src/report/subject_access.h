#pragma once
// What an organisation holds about one person, as that person is given it: which registers were searched, on which
// basis and for how long they keep things, and each record without what is about others. As a document, and for programs.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "registers/registers.h"
#include "registers/subject.h"
#include "words/words.h"

namespace makegood {

/// One register that was searched. The definition lives as long as `kept`.
struct SubjectRegister {
  std::shared_ptr<const KeptRegister> kept;
  std::int64_t searched = 0;  ///< records
  int found = 0;              ///< that name the person
  [[nodiscard]] const Definition& definition() const { return kept->definition; }
};

/// One entry about a record.
struct SubjectStep {
  std::string at, kind;    ///< UTC; "moved"
  std::string state = {};  ///< name of the state to which it moved; empty for other kinds
};

/// What a record has to do with. The words of another record are not this person's: of those only the number is said.
struct SubjectTie {
  TieEnd end;
  std::string title, place;  ///< of the item, and of the plan or register; empty = not for whoever made the report to see
};

struct SubjectRecord {
  std::shared_ptr<const KeptRegister> kept;
  Record record;                          ///< all answers, those that an objection keeps from use among them
  std::vector<std::string> naming;        ///< fields that name the person
  std::vector<std::string> set_aside;     ///< fields whose answers are not used: the person objected
  int left_out = 0;                       ///< answers that are about others
  std::vector<SubjectStep> story;         ///< oldest first
  std::vector<RecordMessage> messages = {};  ///< between whoever sent it and those who handle it, oldest first
  std::vector<SubjectTie> ties = {};         ///< in the order in which they were made
  bool in_messages = false;                  ///< one of the messages names the person
  [[nodiscard]] const Definition& definition() const { return kept->definition; }
};

struct SubjectReport {
  Day made_on;
  std::string reference;  ///< of the request
  std::vector<SubjectRegister> searched;
  std::vector<SubjectRecord> records;
};

/// How a message is named among what is left out: "ID.message-1" is the first. No field has a hyphen.
[[nodiscard]] std::string message_name(const SubjectRecord& record, std::size_t index);

/// What is not given out: whole answers by "ID.field", messages by message_name(), and words by record.
struct SubjectRedaction {
  std::vector<std::string> left_out;
  std::vector<std::pair<std::string, std::vector<std::string>>> words;  ///< a record's id, and phrases
};

/// A personal answer that does not name the person, or free text that may name others: a reader has to look at it.
[[nodiscard]] bool needs_a_look(const SubjectRecord& record, const RegisterField& field);
/// Short personal answers, written freely, that do not name the person: left out unless somebody says otherwise.
[[nodiscard]] std::vector<std::string> suggested_left_out(const SubjectRecord& record);
/// Answers and messages that are left out are gone, and so are the words of others. `mark` stands in their place.
void redact(SubjectRecord& record, const SubjectRedaction& redaction, std::string_view mark);

/// Title, what was searched, then each record as a table.
[[nodiscard]] Document subject_document(const SubjectReport& report, const Words& words);
/// The same for programs: codes as they are kept.
[[nodiscard]] std::string subject_json(const SubjectReport& report);

/// "UK GDPR Article 6(1)(e)", "Article 9(2)(g)", "Schedule 1, paragraph 8".
[[nodiscard]] std::string lawful_words(const Lawful& lawful, const Words& words);
/// "6 years from when it was closed".
[[nodiscard]] std::string retention_words(const Definition& definition, const Words& words);
/// A code's title, a date in words, or what was written.
[[nodiscard]] std::string answer_words(const Definition& definition, const RegisterField& field, std::string_view value, const Words& words);

}  // namespace makegood
