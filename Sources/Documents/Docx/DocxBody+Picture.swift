extension DocxBody {
    /// English Metric Units, in which DrawingML measures: 36000 a millimetre, 635 a twentieth of a point.
    private static let unitsPerTwip = 635

    /// A picture with its caption below, never larger than the text area.
    mutating func write(_ picture: Picture, _ xml: inout MarkupWriter) throws {
        let bytes = try raster(of: picture)
        let pixels = try PNGSize(bytes)
        let number = media.count + 1
        let target = "media/image\(number).png"
        media.append(ZipArchive.Entry(path: "word/" + target, bytes: bytes))
        let id = relationships.id(.init(type: DocxRelationships.office + "image", target: target))
        let page = geometry
        var width = min(picture.width.map { PageGeometry.twips(millimetres: $0) } ?? page.width, page.width)
        // Room for the caption: three lines.
        let highest = page.height - 3 * PageGeometry.linePitch
        if width * pixels.height / pixels.width > highest { width = max(1, highest * pixels.width / pixels.height) }
        let height = max(1, width * pixels.height / pixels.width)
        paragraph("Picture", &xml) { body, xml in
            body.bookmark(anchor: picture.anchor, &xml)
            xml.element("w:r") { xml in
                xml.element("w:drawing") { xml in
                    body.inline(
                        picture, relationship: id, number: number, width: width * Self.unitsPerTwip,
                        height: height * Self.unitsPerTwip, &xml)
                }
            }
        }
        if !picture.caption.isEmpty {
            paragraph("PictureCaption", &xml) { body, xml in body.write(picture.caption, &xml) }
        }
    }

    private func raster(of picture: Picture) throws -> [UInt8] {
        switch picture.content {
        case .png(let bytes): return bytes
        case .drawing(let drawing):
            guard let rasterise = settings.rasterise else {
                throw DocumentError(.drawingNeedsRaster, value: picture.alternative)
            }
            return try rasterise(drawing)
        }
    }

    private func inline(
        _ picture: Picture, relationship: String, number: Int, width: Int, height: Int, _ xml: inout MarkupWriter
    ) {
        let name = "image\(number)"
        let size: MarkupWriter.Attributes = ["cx": String(width), "cy": String(height)]
        xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) { xml in
            xml.empty("wp:extent", size)
            xml.empty("wp:docPr", ["id": String(number), "name": name, "descr": picture.alternative])
            xml.element("a:graphic") { xml in
                let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
                xml.element("a:graphicData", ["uri": uri]) { xml in
                    xml.element("pic:pic") { xml in
                        xml.element("pic:nvPicPr") { xml in
                            xml.empty("pic:cNvPr", ["id": String(number), "name": name + ".png"])
                            xml.empty("pic:cNvPicPr")
                        }
                        xml.element("pic:blipFill") { xml in
                            xml.empty("a:blip", ["r:embed": relationship])
                            xml.element("a:stretch") { $0.empty("a:fillRect") }
                        }
                        xml.element("pic:spPr") { xml in
                            xml.element("a:xfrm") { xml in
                                xml.empty("a:off", ["x": "0", "y": "0"])
                                xml.empty("a:ext", size)
                            }
                            xml.element("a:prstGeom", ["prst": "rect"]) { $0.empty("a:avLst") }
                        }
                    }
                }
            }
        }
    }
}
