#pragma once
// mail: how letters leave. Three transports behind one door, tasks::Mailer:
//
//   FolderMailer   a folder of .eml files, each written exactly once; what a demonstration uses
//   SmtpMailer     a mail server, by libcurl, with STARTTLS
//   NotifyMailer   an HTTP interface of the shape of GOV.UK Notify's, by libcurl
//
//   FolderMailer mailer("data/mail", letterhead);
//   auto report = tasks::send_waiting(workspace, mailer);
//   Result<std::string> bytes = write_message(posted, letterhead);   // RFC 5322, CRLF
//   auto words = mailer.read_sent(posted.id);                        // what such a file says
//
// Nothing here follows a redirect, speaks another protocol than it was told to, or writes a
// password anywhere. libcurl's header is included by curl.h of this folder only.
// mail must not know plans, owners, or why a letter is sent.

#include "mail/address.h"
#include "mail/folder_mailer.h"
#include "mail/message.h"
#include "mail/notify_mailer.h"
#include "mail/smtp_mailer.h"
