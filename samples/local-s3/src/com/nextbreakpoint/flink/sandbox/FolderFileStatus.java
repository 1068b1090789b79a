package com.nextbreakpoint.flink.sandbox;

import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/** What is known of a file, under another path. */
final class FolderFileStatus implements FileStatus {

    private final FileStatus file;
    private final Path path;

    FolderFileStatus(FileStatus file, Path path) {
        this.file = file;
        this.path = path;
    }

    @Override
    public long getLen() {
        return file.getLen();
    }

    @Override
    public long getBlockSize() {
        return file.getBlockSize();
    }

    @Override
    public short getReplication() {
        return file.getReplication();
    }

    @Override
    public long getModificationTime() {
        return file.getModificationTime();
    }

    @Override
    public long getAccessTime() {
        return file.getAccessTime();
    }

    @Override
    public boolean isDir() {
        return file.isDir();
    }

    @Override
    public Path getPath() {
        return path;
    }
}
