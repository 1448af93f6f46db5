internal import CZlib

extension QRCode {
    /// Pixels a module has in the PNG: enough that printers do not blur it.
    private static let scale = 8
    /// Pixels a module has in the drawing.
    private static let drawingScale = 4

    /// A PNG file of one bit a pixel (ISO/IEC 15948), with the quiet zone.
    package var png: [UInt8] {
        let pixels = (side + 2 * Self.quietZone) * Self.scale
        var rows: [UInt8] = []
        for y in 0..<pixels {
            rows.append(0)  // No filter.
            var byte: UInt8 = 0
            for x in 0..<pixels {
                let isDark = isDark(row: y / Self.scale - Self.quietZone, column: x / Self.scale - Self.quietZone)
                byte = byte << 1 | (isDark ? 0 : 1)
                if x % 8 == 7 {
                    rows.append(byte)
                    byte = 0
                }
            }
        }
        let size = Self.bigEndian(UInt32(pixels))
        // One bit a pixel, grey; deflate; the five filters; not interlaced.
        let header = size + size + [1, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
            + Self.chunk("IDAT", Self.deflated(rows)) + Self.chunk("IEND", [])
    }

    /// The same as a drawing for the web.
    package var drawing: Drawing {
        let modules = side + 2 * Self.quietZone
        var path = ""
        for row in 0..<side {
            for column in 0..<side where isDark(row: row, column: column) {
                path += "M\(column + Self.quietZone) \(row + Self.quietZone)h1v1h-1z"
            }
        }
        let size = modules * Self.drawingScale
        return Drawing(
            svg: """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(modules) \(modules)" width="\(size)" \
                height="\(size)" shape-rendering="crispEdges" aria-hidden="true">\
                <path fill="#fff" d="M0 0h\(modules)v\(modules)h-\(modules)z"/><path fill="#000" d="\(path)"/></svg>
                """, width: size, height: size)
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + content
        let sum = crc32(0, checked, UInt32(checked.count))
        return bigEndian(UInt32(content.count)) + checked + bigEndian(UInt32(truncatingIfNeeded: sum))
    }

    /// A zlib stream.
    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var stream = [UInt8](repeating: 0, count: Int(length))
        let result = compress2(&stream, &length, bytes, UInt(bytes.count), Z_BEST_COMPRESSION)
        // The buffer has the size that zlib asks for: nothing else can fail.
        precondition(result == Z_OK)
        return Array(stream.prefix(Int(length)))
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
