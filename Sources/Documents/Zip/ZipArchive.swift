internal import CZip

/// Bytes of a zip file, in and out, by libzip in memory.
package enum ZipArchive {
    /// One file in an archive.
    package struct Entry: Hashable, Sendable {
        package var path: String
        package var bytes: [UInt8]

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// What reading refuses: a small file can unpack to fill a disk.
    package struct Limits: Sendable {
        package var entries: Int
        /// Bytes of all entries together, unpacked.
        package var totalBytes: Int
        /// Unpacked over packed size of one entry; only looked at above 1 MiB.
        package var ratio: Int

        package init(entries: Int, totalBytes: Int, ratio: Int) {
            self.entries = entries
            self.totalBytes = totalBytes
            self.ratio = ratio
        }
    }

    /// An archive of the entries in this order. The same entries give the same bytes: times are 1980-01-01.
    ///
    /// - Throws: `DocumentError.archiveFailed`.
    package static func write(_ entries: [Entry]) throws(DocumentError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure(&error) }
        // Closing the archive gives up its hold on the target, which is read afterwards.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw failure(&error)
        }
        for entry in entries {
            guard add(entry, to: archive) else {
                let word = String(cString: zip_strerror(archive))
                zip_discard(archive)
                throw DocumentError(.archiveFailed, value: word)
            }
        }
        guard zip_close(archive) == 0 else {
            let word = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw DocumentError(.archiveFailed, value: word)
        }
        return try contents(of: target)
    }

    private static func add(_ entry: Entry, to archive: OpaquePointer) -> Bool {
        // libzip reads the bytes only when the archive is closed, and frees this copy then.
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 16)
        entry.bytes.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress { copy.copyMemory(from: base, byteCount: bytes.count) }
        }
        guard let source = zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1) else {
            copy.deallocate()
            return false
        }
        let index = zip_file_add(archive, entry.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        // Day 1 of month 1 of year 0 (1980): `zip_file_set_mtime` would depend on the machine's time zone.
        let firstDay: UInt16 = 0x21
        return zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0
            && zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 6) == 0
    }

    private static func contents(of source: OpaquePointer) throws(DocumentError) -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw failure(zip_source_error(source)) }
        defer { zip_source_close(source) }
        zip_source_seek(source, 0, SEEK_END)
        let size = zip_source_tell(source)
        zip_source_seek(source, 0, SEEK_SET)
        guard size >= 0 else { throw failure(zip_source_error(source)) }
        var read: zip_int64_t = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            read = zip_source_read(source, buffer.baseAddress, UInt64(size))
            count = max(0, Int(read))
        }
        guard read == size else { throw failure(zip_source_error(source)) }
        return bytes
    }

    private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> DocumentError {
        guard let error else { return DocumentError(.archiveFailed) }
        return DocumentError(.archiveFailed, value: String(cString: zip_error_strerror(error)))
    }
}
