import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_initial'),
        ('documents', '0001_initial'),
        ('registry', '0001_initial'),
        ('tasks', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Slip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opened_at', models.DateTimeField()),
                ('standing', models.CharField(choices=[('directing', 'waiting for direction'), ('again', 'returned by a lead, waiting for a new direction'), ('doing', 'being dealt with'), ('ready', 'all leads are done, ready to close'), ('closed', 'closed'), ('withdrawn', 'withdrawn')], default='directing', max_length=10)),
                ('standing_since', models.DateTimeField()),
                ('due_at', models.DateTimeField(null=True)),
                ('leads', models.PositiveSmallIntegerField(default=0)),
                ('leads_done', models.PositiveSmallIntegerField(default=0)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slips', to='documents.document')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='slip', to='registry.entry')),
                ('laid_before', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.appointment')),
            ],
        ),
        migrations.CreateModel(
            name='Direction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('appointment_id', models.BigIntegerField()),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('instruction', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('slip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='directions', to='routing.slip')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('slip', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='closing', to='routing.slip')),
            ],
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('lead', 'lead'), ('support', 'support'), ('information', 'for information')], max_length=12)),
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='assignment', to='tasks.task')),
                ('direction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='routing.direction')),
                ('slip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='routing.slip')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddIndex(
            model_name='slip',
            index=models.Index(fields=['document'], name='slip_document'),
        ),
        migrations.AddIndex(
            model_name='slip',
            index=models.Index(condition=models.Q(('standing__in', ('directing', 'again', 'doing', 'ready'))), fields=['body', 'standing', '-id'], name='unfinished_slip'),
        ),
        migrations.AddIndex(
            model_name='slip',
            index=models.Index(condition=models.Q(('standing__in', ['directing', 'again'])), fields=['laid_before', '-id'], name='slip_laid_before'),
        ),
    ]
