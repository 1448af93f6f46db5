import Foundation

/// The program that runs, down to its build.
enum ProgramBuild {
    /// Size and time of the file that was started: another build has another name, whatever its version; nil where they
    /// cannot be read.
    static let name: String? = {
        let file = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
            let bytes = attributes[.size] as? NSNumber, let time = attributes[.modificationDate] as? Date
        else { return nil }
        return "\(bytes.int64Value) \(time.timeIntervalSince1970)"
    }()
}
