# Headers from outside that most sources include, parsed once: half the time of a cold build.
# Our own headers stay out, so that changing one builds again only what includes it; the exception are
# modules whose every source includes the same door (PRECOMPILE in makegood_module). Each source still
# includes what it uses; -DMAKEGOOD_PRECOMPILE=OFF proves that. They are named here and not in a file of
# ours, so that the result is the same in every checkout and a compiler cache can share it.
option(MAKEGOOD_PRECOMPILE "Parse the outside headers once" ON)

find_package(fmt REQUIRED)
find_package(doctest REQUIRED)

set(outside
  <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <cstdlib> <filesystem> <fmt/format.h>
  <fstream> <functional> <map> <memory> <mutex> <optional> <set> <span> <string> <string_view>
  <thread> <tl/expected.hpp> <unordered_map> <utility> <vector>)

if(MAKEGOOD_PRECOMPILE)
  file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cc "")
  add_library(mg_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cc)
  target_link_libraries(mg_precompiled PRIVATE fmt::fmt)
  target_precompile_headers(mg_precompiled PRIVATE ${outside})

  add_library(mg_precompiled_test OBJECT ${CMAKE_BINARY_DIR}/precompiled.cc)
  target_link_libraries(mg_precompiled_test PRIVATE fmt::fmt doctest::doctest)
  target_compile_options(mg_precompiled_test PRIVATE ${MAKEGOOD_TEST_OPTIONS})
  target_precompile_headers(mg_precompiled_test PRIVATE ${outside} <doctest/doctest.h>)
endif()

# makegood_precompiled(TARGET FROM [DOORS...]): TARGET reads the headers that FROM has parsed; it must be
# compiled with the same options and definitions, which for our modules means linking fmt. With doors it
# has a precompiled header of its own, with the doors in it.
function(makegood_precompiled target from)
  if(NOT MAKEGOOD_PRECOMPILE)
    return()
  endif()
  target_link_libraries(${target} PRIVATE fmt::fmt)
  if(NOT ARGN)
    target_precompile_headers(${target} REUSE_FROM ${from})
    return()
  endif()
  get_target_property(headers ${from} PRECOMPILE_HEADERS)
  list(TRANSFORM ARGN REPLACE "(.+)" "<\\1>")
  target_precompile_headers(${target} PRIVATE ${headers} ${ARGN})
endfunction()
