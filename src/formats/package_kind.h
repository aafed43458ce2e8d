#pragma once
// What document a zip package holds. All Office formats since 2007 and all OpenDocument formats
// are packages; this is the one place that looks which.

#include "formats/package.h"

namespace makegood::formats {

enum class PackageKind { word, excel, opendocument_sheet };

/// Refuses, each with its reason: presentations, binary workbooks, OpenDocument texts, locked
/// OpenDocument files, archives of something else.
[[nodiscard]] Result<PackageKind> kind_of(Package& package);

/// Reads what the package is.
[[nodiscard]] Result<Document> read_package(std::string_view bytes, const ReadOptions&);

/// The name of the package's main part by its relationships; `usual` where they name none that is there.
[[nodiscard]] Result<std::string> main_part(Package& package, const std::string& usual);

}  // namespace makegood::formats
