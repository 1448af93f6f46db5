import Hummingbird

/// Answers that a browser saves as files.
enum FileResponse {
    /// A Word document.
    static func docx(_ bytes: [UInt8], name: String) -> Response {
        response(
            bytes, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name: name + ".docx"
        )
    }

    /// A zip archive.
    static func zip(_ bytes: [UInt8], name: String) -> Response {
        response(bytes, type: "application/zip", name: name + ".zip")
    }

    /// A workbook.
    static func xlsx(_ bytes: [UInt8], name: String) -> Response {
        response(
            bytes, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: name + ".xlsx")
    }

    /// Comma-separated values, UTF-8.
    static func csv(_ bytes: [UInt8], name: String) -> Response {
        response(bytes, type: "text/csv; charset=utf-8", name: name + ".csv")
    }

    /// A file of any type under its own name.
    static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        response(bytes, type: type, name: name)
    }

    private static func response(_ bytes: [UInt8], type: String, name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type,
                // RFC 6266: names beyond ASCII travel percent-coded in `filename*`.
                .contentDisposition: "attachment; filename*=UTF-8''\(PercentCoding.encoded(name))",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
