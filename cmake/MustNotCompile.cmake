# must_not_compile(NAME ...): tests/must_not_compile/NAME.cc compiles as it stands and not with -DWRONG.
function(must_not_compile)
  foreach(name IN LISTS ARGN)
    add_test(NAME must_not_compile/${name}
      COMMAND ${CMAKE_COMMAND} -DCXX=${CMAKE_CXX_COMPILER} -DINCLUDE=${CMAKE_SOURCE_DIR}/src
              -DSOURCE=${CMAKE_SOURCE_DIR}/tests/must_not_compile/${name}.cc
              -P ${CMAKE_SOURCE_DIR}/tests/must_not_compile/check.cmake)
  endforeach()
endfunction()
