import Glibc

/// The system's words for an error number, such as `No space left on device`.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
