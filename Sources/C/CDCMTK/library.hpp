// What must be ready before files are opened.
#pragma once

/// Registers the codecs and silences DCMTK, once; a cdcmtk_status.
int prepareLibrary();

/// Loads the data dictionary, once; a cdcmtk_status.
int loadDictionary();

/// Whether the data dictionary is loaded.
bool isDictionaryLoaded();
