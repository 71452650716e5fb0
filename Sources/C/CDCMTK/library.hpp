// What must be ready before files are opened.
#pragma once

/// Silences DCMTK, once; a cdcmtk_status.
int prepareLibrary();

/// Loads the data dictionary, once; a cdcmtk_status.
int loadDictionary();

/// Whether the data dictionary is loaded.
bool isDictionaryLoaded();
