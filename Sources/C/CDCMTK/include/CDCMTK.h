/* DICOM through DCMTK, JPEG 2000 through OpenJPEG. No exception crosses this border; nothing prints. */
#ifndef CDCMTK_H
#define CDCMTK_H
#ifdef __cplusplus
extern "C" {
#endif

/* DCMTK's version, such as "3.6.7"; static storage. */
const char *cdcmtk_version(void);

#ifdef __cplusplus
}
#endif
#endif
