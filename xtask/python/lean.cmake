# Read by CMake at the start of llama.cpp, whose common library nobody needs here: it takes most of
# the time to build.
set(LLAMA_BUILD_COMMON OFF)
