/// Why a line is no matter, in Chinese.
struct MatterLineFault: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
