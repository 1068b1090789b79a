package com.nextbreakpoint.flink.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** A bucket that is a folder of this machine: {@code s3a://bucket/key} is the file {@code FOLDER/bucket/key}. */
final class FolderFileSystem extends LocalFileSystem {

    private final URI uri;
    private final File root;

    FolderFileSystem(URI uri, File root) {
        this.uri = uri;
        this.root = root;
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public boolean isDistributedFS() {
        return true;
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(uri.getScheme(), uri.getAuthority(), "/");
    }

    @Override
    public Path getHomeDirectory() {
        return getWorkingDirectory();
    }

    @Override
    public File pathToFile(Path path) {
        String bucket = path.toUri().getAuthority();
        return new File(new File(root, bucket == null ? uri.getAuthority() : bucket), path.getPath());
    }

    /** The local file system names its own scheme in what it finds; a caller expects the path that it asked for. */
    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return new FolderFileStatus(super.getFileStatus(path), path.makeQualified(this));
    }
}
