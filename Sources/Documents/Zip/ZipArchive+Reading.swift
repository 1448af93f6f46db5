internal import CZip

extension ZipArchive {
    /// All entries of an archive that are files, within `limits`. Only entries that `wants` are unpacked.
    ///
    /// - Throws: `DocumentError.archiveFailed`, `.tooManyEntries`, `.expandsTooFar`.
    package static func read(
        _ bytes: [UInt8], limits: Limits, wants: (String) -> Bool = { _ in true }
    ) throws(DocumentError) -> [Entry] {
        // libzip takes nothing at all for an archive without entries.
        guard !bytes.isEmpty else { throw DocumentError(.archiveFailed, value: "0 bytes") }
        let result = bytes.withUnsafeBytes { buffer in
            Result<[Entry], DocumentError> { () throws(DocumentError) in
                try read(buffer, limits: limits, wants: wants)
            }
        }
        return try result.get()
    }

    private static func read(
        _ buffer: UnsafeRawBufferPointer, limits: Limits, wants: (String) -> Bool
    ) throws(DocumentError) -> [Entry] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error) else {
            throw DocumentError(.archiveFailed, value: String(cString: zip_error_strerror(&error)))
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw DocumentError(.archiveFailed, value: String(cString: zip_error_strerror(&error)))
        }
        defer { zip_discard(archive) }
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.entries else {
            throw DocumentError(.tooManyEntries, limit: limits.entries, found: count)
        }
        var entries: [Entry] = []
        var left = limits.totalBytes
        for index in 0..<count {
            guard let name = zip_get_name(archive, UInt64(index), 0) else { continue }
            let path = String(cString: name)
            guard !path.hasSuffix("/"), wants(path) else { continue }
            let content = try unpack(archive, index: UInt64(index), atMost: left, limits: limits)
            left -= content.count
            entries.append(Entry(path: path, bytes: content))
        }
        return entries
    }

    private static func unpack(
        _ archive: OpaquePointer, index: UInt64, atMost left: Int, limits: Limits
    ) throws(DocumentError) -> [UInt8] {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw failure(archive) }
        // The sizes come from the file itself and may lie: they only spare the attempt, the loop below holds the bound.
        let isSuspicious = status.size > 1_048_576 && status.size / max(1, status.comp_size) > UInt64(limits.ratio)
        guard status.size <= UInt64(left), !isSuspicious else {
            throw DocumentError(.expandsTooFar, limit: limits.totalBytes)
        }
        guard let file = zip_fopen_index(archive, index, 0) else { throw failure(archive) }
        defer { zip_fclose(file) }
        var content: [UInt8] = []
        content.reserveCapacity(Int(status.size))
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let read = zip_fread(file, &piece, UInt64(piece.count))
            guard read >= 0 else { throw failure(archive) }
            if read == 0 { return content }
            content.append(contentsOf: piece[..<Int(read)])
            guard content.count <= left else { throw DocumentError(.expandsTooFar, limit: limits.totalBytes) }
        }
    }

    private static func failure(_ archive: OpaquePointer) -> DocumentError {
        DocumentError(.archiveFailed, value: String(cString: zip_strerror(archive)))
    }
}
