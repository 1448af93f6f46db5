extension DocumentError: CustomStringConvertible {
    /// What happened, where, and how to mend it, in Chinese.
    package var message: String {
        let place = line.map { "第 \($0) 行" } ?? ""
        let bound = limit.map(String.init) ?? "?"
        let name = value ?? ""
        switch code {
        case .unterminatedQuote:
            return "\(place)开始的一行有引号没有闭合，直到文件结尾。请在该行补上缺少的双引号（字段内的双引号须写成两个）。"
        case .rowTooLong:
            return "\(place)开始的一行超过 \(bound) 字节。多半是引号没有闭合，请检查该行的双引号。"
        case .unsupportedEncoding:
            return "文件是 \(name) 编码。请另存为 UTF-8（Excel：另存为“CSV UTF-8（逗号分隔）”）后再试。"
        case .gzipTruncated:
            return "压缩文件不完整，在中途结束。请重新下载或重新压缩。"
        case .gzipCorrupt:
            return "压缩文件已损坏（\(name)）。请重新下载或重新压缩。"
        case .expandsTooFar:
            return "文件解压后超过 \(bound) 字节，已停止读取。请拆分文件，或确认来源可靠后提高上限。"
        case .archiveFailed:
            return "压缩包读写失败（\(name)）。请确认文件完整、未加密。"
        case .tooManyEntries:
            return "压缩包内文件超过 \(bound) 个，已停止读取。"
        case .missingPart:
            return "文件缺少 \(name)，不是完整的 Word 文档（docx）。请用 Word 或 WPS 打开后重新保存为 docx。"
        case .malformedPart:
            return "文件内的 \(name) \(place)不是合法的 XML。请用 Word 或 WPS 打开后重新保存。"
        case .faultyMap:
            return "地图文件不能用：\(name)。请导出为 GeoJSON（经纬度，UTF-8）后再试。"
        case .notWorkbook:
            return "文件不是 xlsx 工作簿（\(name)）。请用 WPS 或 Excel 打开后另存为 xlsx 或“CSV UTF-8”。"
        case .malformedSheet:
            return "工作簿内的 \(name) \(place)已损坏。请用 WPS 或 Excel 打开后重新保存。"
        case .sheetTooLarge:
            return "工作表超过 \(bound) \(name)，已停止读取。请删去空白行列或拆成几个文件。"
        case .invalidImage:
            return "图片不是有效的 PNG。请改用 PNG 格式。"
        case .drawingNeedsRaster:
            return "图“\(name)”须先转成 PNG 才能放入 Word 文档。请安装 librsvg2-bin 后再试。"
        case .textTooLongForCode:
            return "\(found.map(String.init) ?? "?") 字节的内容放不进二维码。请缩短网页地址（--site）。"
        case .tableShape:
            return "表格\(place)占 \(found.map(String.init) ?? "?") 列，而表格共 \(bound) 列。请检查合并单元格。"
        case .unknownReference:
            return "正文引用了“\(name)”，但参考资料中没有这一条。请补上，或改正引用的名称。"
        case .unknownAnchor:
            return "正文链接到“\(name)”，但文中没有这个位置。请改正链接。"
        case .duplicateAnchor:
            return "名称“\(name)”在文中用了两次，无法判断链接到哪一处。请改用不同的名称。"
        }
    }

    package var description: String { "\(code.rawValue): \(message)" }
}
