# A module is a folder src/NAME with one door, src/NAME/NAME.h, on a numbered floor.
#
#   makegood_module(timescale FLOOR 1 PURE
#     SOURCES timescale.cc words.cc
#     USES base                      # other modules, all on lower floors
#     LIBRARIES fmt::fmt             # outside libraries
#     COLD                           # waits for people, disk or network: compiled at -O1, which takes
#                                    # about two thirds of the time
#     TOGETHER)                      # several sources in one translation unit: half the time again
#   makegood_test(timescale SOURCES timescale_test.cc)   # test_timescale, run by ctest; its sources TOGETHER
#   makegood_fuzz(timescale SOURCE timescale_fuzz.cc SEEDS fuzz_seeds)
#
# The guard: a module that USES one on its own floor or above stops the configuration.
# web and cli, the two faces, may not use store: app hands them what they need.

set_property(GLOBAL PROPERTY MAKEGOOD_FLOORS "")

function(makegood_module name)
  cmake_parse_arguments(arg "PURE;COLD;TOGETHER" "FLOOR" "SOURCES;USES;LIBRARIES;PRECOMPILE" ${ARGN})
  if(NOT DEFINED arg_FLOOR)
    message(FATAL_ERROR "module ${name} has no FLOOR")
  endif()
  set(pure impure)
  if(arg_PURE)
    set(pure pure)
  endif()
  set_property(GLOBAL APPEND PROPERTY MAKEGOOD_FLOORS "${name} ${arg_FLOOR} ${pure}")
  set_property(GLOBAL PROPERTY MAKEGOOD_FLOOR_${name} ${arg_FLOOR})

  if(arg_SOURCES)
    add_library(mg_${name} STATIC ${arg_SOURCES})
    makegood_precompiled(mg_${name} mg_precompiled ${arg_PRECOMPILE})
    if(arg_COLD)
      target_compile_options(mg_${name} PRIVATE -O1)
    endif()
    if(arg_TOGETHER)
      makegood_together(mg_${name})
    endif()
    set(scope PUBLIC)
  else()
    add_library(mg_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(mg_${name} ${scope} ${CMAKE_SOURCE_DIR}/src)
  foreach(used IN LISTS arg_USES)
    get_property(floor GLOBAL PROPERTY MAKEGOOD_FLOOR_${used})
    if(NOT DEFINED floor OR floor STREQUAL "")
      message(FATAL_ERROR "module ${name} uses ${used}, which is not on a lower floor (or not yet built)")
    endif()
    if(NOT floor LESS arg_FLOOR)
      message(FATAL_ERROR "module ${name} (floor ${arg_FLOOR}) may not use ${used} (floor ${floor})")
    endif()
    target_link_libraries(mg_${name} ${scope} mg_${used})
  endforeach()
  target_link_libraries(mg_${name} ${scope} ${arg_LIBRARIES})
endfunction()

function(makegood_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;PRECOMPILE" ${ARGN})
  add_executable(test_${name} ${arg_SOURCES})
  makegood_together(test_${name})
  target_link_libraries(test_${name} PRIVATE mg_${name} mg_test_main ${arg_LIBRARIES})
  target_compile_options(test_${name} PRIVATE ${MAKEGOOD_TEST_OPTIONS})
  makegood_precompiled(test_${name} mg_precompiled_test ${arg_PRECOMPILE})
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

# One fuzz target: replayed over its seeds with a short mutation in `make test` (seconds from
# MAKEGOOD_FUZZ_SECONDS, default 1), at length by `make fuzz`.
function(makegood_fuzz name)
  cmake_parse_arguments(arg "" "SOURCE;SEEDS" "LIBRARIES" ${ARGN})
  get_filename_component(stem ${arg_SOURCE} NAME_WE)
  add_executable(${stem} ${arg_SOURCE})
  target_link_libraries(${stem} PRIVATE mg_${name} mg_fuzz_main ${arg_LIBRARIES})
  add_test(NAME fuzz/${stem} COMMAND ${stem} ${CMAKE_CURRENT_SOURCE_DIR}/${arg_SEEDS})
  set_tests_properties(fuzz/${stem} PROPERTIES LABELS fuzz)
endfunction()

# Several sources of a target in one translation unit: half the time of a cold build, since the templates that
# all of them use are made once. A name in an unnamed namespace must then be the only one of its kind in the
# whole target, since a new source shifts all others to another unit. -DMAKEGOOD_TOGETHER=OFF compiles each
# source alone, which proves that each includes what it uses. See docs/decisions/0019.
option(MAKEGOOD_TOGETHER "Compile several sources in one translation unit" ON)
set(MAKEGOOD_TOGETHER_SOURCES 8 CACHE STRING "How many of them")
function(makegood_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${MAKEGOOD_TOGETHER} UNITY_BUILD_BATCH_SIZE ${MAKEGOOD_TOGETHER_SOURCES})
endfunction()

function(makegood_write_floors file)
  get_property(floors GLOBAL PROPERTY MAKEGOOD_FLOORS)
  list(JOIN floors "\n" text)
  file(WRITE ${file} "${text}\n")
endfunction()
