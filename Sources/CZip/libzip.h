// libzip's types and constants for Swift, and its functions by way of pointers: the library is loaded when the first
// archive is opened, because it brings libcrypto with it and would cost each start of the program a millisecond. So
// nothing here may refer to one of its functions by name.
#ifndef LIBRETTO_LIBZIP_H
#define LIBRETTO_LIBZIP_H

#include <dlfcn.h>
#include <stdbool.h>
#include <zip.h>

/// The functions of a loaded libzip.
struct libzip {
  zip_t *_Nullable (*_Nonnull fdopen)(int, int, int *_Nullable);
  void (*_Nonnull discard)(zip_t *_Nonnull);
  zip_int64_t (*_Nonnull get_num_entries)(zip_t *_Nonnull, zip_flags_t);
  const char *_Nullable (*_Nonnull get_name)(zip_t *_Nonnull, zip_uint64_t, zip_flags_t);
  int (*_Nonnull stat_index)(zip_t *_Nonnull, zip_uint64_t, zip_flags_t, zip_stat_t *_Nonnull);
  int (*_Nonnull file_get_external_attributes)(
    zip_t *_Nonnull, zip_uint64_t, zip_flags_t, zip_uint8_t *_Nullable, zip_uint32_t *_Nullable);
  zip_file_t *_Nullable (*_Nonnull fopen_index)(zip_t *_Nonnull, zip_uint64_t, zip_flags_t);
  zip_int64_t (*_Nonnull fread)(zip_file_t *_Nonnull, void *_Nonnull, zip_uint64_t);
  int (*_Nonnull fclose)(zip_file_t *_Nonnull);
  zip_error_t *_Nonnull (*_Nonnull get_error)(zip_t *_Nonnull);
  zip_error_t *_Nonnull (*_Nonnull file_get_error)(zip_file_t *_Nonnull);
  int (*_Nonnull error_code_zip)(const zip_error_t *_Nonnull);
};

/// Loads libzip and finds its functions; false when there is none, or one without these functions.
static inline bool libzip_load(struct libzip *_Nonnull zip) {
  void *library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  return (*(void **)&zip->fdopen = dlsym(library, "zip_fdopen"))
    && (*(void **)&zip->discard = dlsym(library, "zip_discard"))
    && (*(void **)&zip->get_num_entries = dlsym(library, "zip_get_num_entries"))
    && (*(void **)&zip->get_name = dlsym(library, "zip_get_name"))
    && (*(void **)&zip->stat_index = dlsym(library, "zip_stat_index"))
    && (*(void **)&zip->file_get_external_attributes = dlsym(library, "zip_file_get_external_attributes"))
    && (*(void **)&zip->fopen_index = dlsym(library, "zip_fopen_index"))
    && (*(void **)&zip->fread = dlsym(library, "zip_fread"))
    && (*(void **)&zip->fclose = dlsym(library, "zip_fclose"))
    && (*(void **)&zip->get_error = dlsym(library, "zip_get_error"))
    && (*(void **)&zip->file_get_error = dlsym(library, "zip_file_get_error"))
    && (*(void **)&zip->error_code_zip = dlsym(library, "zip_error_code_zip"));
}

/// Opens the archive behind a file descriptor, which then belongs to the archive; null and a `ZIP_ER_` code else.
static inline zip_t *_Nullable libzip_open(const struct libzip *_Nonnull zip, int descriptor, int *_Nonnull code) {
  return zip->fdopen(descriptor, 0, code);
}

/// Closes an archive without writing to it.
static inline void libzip_close(const struct libzip *_Nonnull zip, zip_t *_Nonnull archive) {
  zip->discard(archive);
}

static inline zip_int64_t libzip_count(const struct libzip *_Nonnull zip, zip_t *_Nonnull archive) {
  return zip->get_num_entries(archive, 0);
}

/// The name of an entry as UTF-8.
static inline const char *_Nullable libzip_name(
  const struct libzip *_Nonnull zip, zip_t *_Nonnull archive, zip_uint64_t index) {
  return zip->get_name(archive, index, ZIP_FL_ENC_GUESS);
}

static inline bool libzip_stat(
  const struct libzip *_Nonnull zip, zip_t *_Nonnull archive, zip_uint64_t index, zip_stat_t *_Nonnull status) {
  return zip->stat_index(archive, index, 0, status) == 0;
}

/// The Unix mode of an entry; 0 when it was not made on Unix.
static inline zip_uint32_t libzip_mode(
  const struct libzip *_Nonnull zip, zip_t *_Nonnull archive, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip->file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return 0;
  return system == ZIP_OPSYS_UNIX || system == ZIP_OPSYS_OS_X ? attributes >> 16 : 0;
}

static inline zip_file_t *_Nullable libzip_open_entry(
  const struct libzip *_Nonnull zip, zip_t *_Nonnull archive, zip_uint64_t index) {
  return zip->fopen_index(archive, index, 0);
}

/// Reads what comes next of an entry; 0 at its end, negative when it is damaged.
static inline zip_int64_t libzip_read(
  const struct libzip *_Nonnull zip, zip_file_t *_Nonnull entry, void *_Nonnull bytes, zip_uint64_t count) {
  return zip->fread(entry, bytes, count);
}

static inline void libzip_close_entry(const struct libzip *_Nonnull zip, zip_file_t *_Nonnull entry) {
  zip->fclose(entry);
}

/// The `ZIP_ER_` code of what last went wrong with an archive.
static inline int libzip_trouble(const struct libzip *_Nonnull zip, zip_t *_Nonnull archive) {
  return zip->error_code_zip(zip->get_error(archive));
}

/// The `ZIP_ER_` code of what last went wrong with an entry.
static inline int libzip_entry_trouble(const struct libzip *_Nonnull zip, zip_file_t *_Nonnull entry) {
  return zip->error_code_zip(zip->file_get_error(entry));
}

#endif
