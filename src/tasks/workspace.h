#pragma once
// Everything that a use case needs from outside, as doors. app fills it in once.

#include "base/base.h"
#include "cycle/cycle_repository.h"
#include "formats/formats.h"
#include "ledger/ledger_store.h"
#include "people/people_repository.h"
#include "plan/plan_repository.h"
#include "progress/indicator_repository.h"
#include "progress/progress_repository.h"
#include "registers/care_repository.h"
#include "registers/register_repository.h"
#include "report/publication_repository.h"
#include "tasks/access_log.h"
#include "tasks/accounts.h"
#include "tasks/api_tokens.h"
#include "tasks/clock.h"
#include "tasks/drafts.h"
#include "tasks/form_repository.h"
#include "tasks/imports.h"
#include "tasks/outbox.h"
#include "tasks/saved_filters.h"
#include "tasks/quarantine.h"
#include "tasks/scanner.h"
#include "tasks/sending.h"
#include "tasks/sheets.h"
#include "tasks/sign_in.h"
#include "tasks/sources.h"
#include "tasks/subscriptions.h"

namespace makegood::tasks {

struct Workspace {
  LedgerStore& ledger;
  PlanRepository& plans;
  PeopleRepository& people;
  ProgressRepository& progress;
  PublicationRepository& publication;
  CycleRepository& cycles;
  IndicatorRepository& indicators;
  RegisterRepository& registers;
  ApiTokenRepository& api_tokens;
  CareRepository& care;
  ImportRepository& imports;
  SignInRepository& sign_ins;
  Outbox& outbox;
  SubscriptionRepository& subscriptions;
  DraftRepository& drafts;
  QuarantineRepository& quarantine;
  AccountRepository& accounts;
  AccessLog& access_log;
  SavedFilterRepository& filters;
  SheetRepository& sheets;
  FormRepository& forms;
  RandomBits random;  ///< may be called from several threads
  const Clock& clock;
  PdfToJson pdf = {};   ///< empty = PDF is refused; may be called from several threads
  std::shared_ptr<KeptSources> sources = {};  ///< empty = documents are read again each time
  std::shared_ptr<Mailer> mailer = {};  ///< empty = letters only wait
  Scanner* scanner = nullptr;  ///< none = nothing looks for viruses, and pages say so
  Letterhead letterhead = {};  ///< who letters come from, and where their links lead
};

}  // namespace makegood::tasks
