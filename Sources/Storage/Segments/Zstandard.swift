internal import CZstd

/// Compression of the packet log's blocks.
enum Zstandard {
    /// Compresses blocks one after another with one set of tables.
    final class Compressor {
        private let context: OpaquePointer

        /// - Parameter level: 1 to 19; higher is smaller and slower.
        init?(level: Int32) {
            guard let context = ZSTD_createCCtx() else { return nil }
            self.context = context
            guard ZSTD_isError(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)) == 0 else { return nil }
        }

        deinit { ZSTD_freeCCtx(context) }

        /// A block as one frame; nil when memory is short.
        func compress(_ bytes: [UInt8]) -> [UInt8]? {
            let bound = ZSTD_compressBound(bytes.count)
            var length = 0
            let frame = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
                length = ZSTD_compress2(context, buffer.baseAddress, bound, bytes, bytes.count)
                count = ZSTD_isError(length) == 0 ? length : 0
            }
            return ZSTD_isError(length) == 0 ? frame : nil
        }
    }

    /// The content of a frame that is known to hold so many bytes; nil when it does not.
    static func decompress(_ frame: [UInt8], length: Int) -> [UInt8]? {
        var found = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            found = ZSTD_decompress(buffer.baseAddress, length, frame, frame.count)
            count = ZSTD_isError(found) == 0 ? found : 0
        }
        return ZSTD_isError(found) == 0 && found == length ? bytes : nil
    }
}
