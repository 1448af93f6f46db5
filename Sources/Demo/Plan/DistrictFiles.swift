import Foundation

/// Finds `District/` beside the executable. `Bundle.module` would end the process where the folder is missing; this
/// throws with the places tried.
enum DistrictFiles {
    static func data(_ name: String) throws -> Data {
        var tried: [String] = []
        for folder in folders() {
            let file = folder.appendingPathComponent("District/\(name)")
            if let data = try? Data(contentsOf: file) { return data }
            tried.append(file.path)
        }
        throw DemoError(.fileMissing, name: name, detail: tried.joined(separator: ", "))
    }

    private static func folders() -> [URL] {
        var bases = [Bundle.main.bundleURL]
        if let resources = Bundle.main.resourceURL { bases.append(resources) }
        if let executable = Bundle.main.executableURL { bases.append(executable.deletingLastPathComponent()) }
        var found: [URL] = []
        for base in bases {
            let entries = try? FileManager.default.contentsOfDirectory(at: base, includingPropertiesForKeys: nil)
            for entry in entries ?? [] where entry.lastPathComponent.hasSuffix("_Demo.resources") {
                if !found.contains(entry) { found.append(entry) }
            }
        }
        return found.isEmpty ? bases : found
    }
}
