#pragma once
// For tests of asking: the small plan, two posts with holders, and what has been said so far.

#include "faults/fixture.h"
#include "people/directory.h"
#include "progress/standing.h"

namespace makegood::test {

class GivenPeople final : public PeopleRepository {
 public:
  Directory now;
  Result<std::shared_ptr<const Directory>> directory() override { return std::make_shared<const Directory>(now); }
};

class GivenProgress final : public ProgressRepository {
 public:
  Progress now;
  Result<std::shared_ptr<const Progress>> of_plan(std::string_view) override { return std::make_shared<const Progress>(now); }
  Result<std::shared_ptr<const Progress>> public_of_plan(std::string_view) override { return std::make_shared<const Progress>(public_part(now)); }
};

/// The Head of People ("p") owns two items, the Head of Communications ("c") contributes to both; nobody owns the third.
struct AskBench {
  Bench bench = Bench::in_memory();
  GivenPeople people;
  GivenProgress progress;
  std::string slug = adopt_small_plan(bench);
  tasks::Workspace w = with(bench.workspace, people, progress);

  AskBench() {
    people.now.organisations = {{OrganisationId("council"), "Exampleshire Council"}};
    people.now.posts = {{PostId("people"), "Head of People", OrganisationId("council")},
                        {PostId("comms"), "Head of Communications", OrganisationId("council")},
                        {PostId("director"), "Director of Policy", OrganisationId("council")}};
    people.now.people = {{PersonId("p"), "", "people@exampleshire.example"},
                         {PersonId("c"), "", "comms@exampleshire.example", "cy"},
                         {PersonId("d"), "", "director@exampleshire.example"}};
    people.now.holdings = {{PostId("people"), PersonId("p")}, {PostId("comms"), PersonId("c")}, {PostId("director"), PersonId("d")}};
    for (const auto* name : {"Head of People", "Head of Communications", "Director of Policy"})
      for (const auto& post : people.now.posts)
        if (post.title == name) people.now.matches.push_back({slug, name, post.id});
  }

  void set_day(std::string_view iso) {
    bench.clock.seconds = std::chrono::duration_cast<std::chrono::seconds>(Day::parse(iso).value().days().time_since_epoch()).count() + 34200;
  }

  /// Somebody answers a request in full.
  void answer(const Request& request) {
    for (const auto& asked : request.items) {
      Update update;
      update.id = UpdateId("u" + std::to_string(progress.now.updates.size()));
      update.plan = request.plan;
      update.item = asked.item;
      update.request = request.id.text;
      update.no_change = true;
      update.day = w.clock.now().today;
      progress.now.updates.push_back(update);
    }
  }

  std::vector<tasks::PostedLetter> letters() { return w.outbox.list({}, 100).value(); }
  /// With its words; the newest to this address.
  tasks::PostedLetter letter_to(std::string_view address) {
    for (const auto& listed : letters())
      if (listed.letter.to == address) return w.outbox.find(listed.id).value();
    throw std::runtime_error("no letter to " + std::string(address));
  }
  /// The token in the link of the newest letter to this address.
  std::string token_to(std::string_view address) {
    const auto text = letter_to(address).letter.text;
    return text.substr(text.find("/reply/") + 7, 64);
  }
};

}  // namespace makegood::test
